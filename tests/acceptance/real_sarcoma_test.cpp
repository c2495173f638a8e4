// Twelve soft-tissue sarcomas of the TCIA collection: contours (RTSTRUCT) and voxel masks (NIfTI) of the same tumours.
// Reference volumes and diameters: derived_reference.csv beside the data, computed from the contours by others.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "imaging/units/number_text.h"
#include "tests/support/run_program.h"
#include "tests/support/test_data.h"

using nadir::testing::run_program;
using nadir::testing::test_data;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
// Pixel spacing of all twelve images is 0.977 mm in both directions (DICOM attribute Pixel Spacing).
constexpr double pixel_diagonal_mm = 0.977 * M_SQRT2;

struct Reference
{
  double contour_volume_ml = 0;
  double mask_volume_ml = 0;
  double diameter_mm = 0;
};

double number(const std::string& text) { return nadir::parse_number(text).value(); }

std::map<std::string, Reference> references()
{
  std::map<std::string, Reference> all;
  std::ifstream file(test_data() / "sts" / "derived_reference.csv");
  std::string line, cell;
  std::getline(file, line);
  while (std::getline(file, line))
  {
    std::istringstream row(line);
    std::vector<std::string> cells;
    while (std::getline(row, cell, ',')) cells.push_back(cell);
    all[cells.at(0)] = {number(cells.at(1)), number(cells.at(2)), number(cells.at(4))};
  }
  return all;
}

nlohmann::json measured(const std::vector<std::string>& arguments)
{
  auto words = arguments;
  words.insert(words.begin(), "measure");
  words.push_back("--json");
  const auto run = run_program("nadir", words);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return nlohmann::json::parse(run.out, nullptr, false);
}

void expect_near(const nlohmann::json& document, double volume_ml, double diameter_mm)
{
  ASSERT_TRUE(document.is_object());
  ASSERT_THAT(document.at("lesions"), SizeIs(1));
  const auto& lesion = document.at("lesions").at(0);
  EXPECT_NEAR(lesion.at("volume_ml").get<double>(), volume_ml, 0.005 * volume_ml);
  EXPECT_NEAR(lesion.at("longest_diameter_mm").get<double>(), diameter_mm, pixel_diagonal_mm);
}
/// Whether a file of the folder holds the UID. The structure sets name images of the archive, which bear other UIDs than those at hand.
bool is_image_of(const std::filesystem::path& folder, const std::string& uid)
{
  const auto holds = [&](const std::filesystem::directory_entry& entry)
  {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    return bytes.find(uid) != std::string::npos;
  };
  const std::filesystem::directory_iterator files(folder);
  return std::any_of(begin(files), end(files), holds);
}
}  // namespace

TEST(RealSarcoma, ContoursHaveTheReferenceVolumeAndDiameter)
{
  NADIR_NEEDS_TEST_DATA("sts");
  for (const auto& [name, reference] : references())
  {
    SCOPED_TRACE(name);
    expect_near(measured({"--mask", test_data() / "sts" / name / "mask" / "RS.dcm"}), reference.contour_volume_ml, reference.diameter_mm);
  }
}

TEST(RealSarcoma, VoxelMasksHaveTheReferenceVolumeAndDiameter)
{
  NADIR_NEEDS_TEST_DATA("sts");
  for (const auto& [name, reference] : references())
  {
    SCOPED_TRACE(name);
    expect_near(measured({"--mask", test_data() / "sts" / name / "MR_T1_mask.nii.gz"}), reference.mask_volume_ml, reference.diameter_mm);
  }
}

TEST(RealSarcoma, MasksNameTheImageTheyWereDrawnOn)
{
  NADIR_NEEDS_TEST_DATA("sts");
  for (const auto& [name, reference] : references())
  {
    SCOPED_TRACE(name);
    const auto folder = test_data() / "sts" / name;
    for (const auto& mask : {folder / "mask" / "RS.dcm", folder / "MR_T1_mask.nii.gz"})
    {
      const auto document = measured({"--mask", mask, "--image", folder / "image"});
      expect_near(document, reference.mask_volume_ml, reference.diameter_mm);
      const auto& evidence = document.at("lesions").at(0).at("evidence").at("longest_diameter");
      EXPECT_TRUE(evidence.at("series_instance_uid").is_string()) << mask;
      ASSERT_TRUE(evidence.at("sop_instance_uid").is_string()) << mask;
      EXPECT_TRUE(is_image_of(folder / "image", evidence.at("sop_instance_uid").get<std::string>())) << mask;
    }
  }
}

TEST(RealSarcoma, OfAnotherPatientStopsWithAQuestion)
{
  NADIR_NEEDS_TEST_DATA("sts");
  const auto sts = test_data() / "sts";
  const auto run = run_program("nadir", {"assess", "--baseline", sts / "STS_001" / "image", "--followup", sts / "STS_002" / "image",
                                         "--mask-baseline", sts / "STS_001" / "MR_T1_mask.nii.gz", "--mask-followup",
                                         sts / "STS_002" / "MR_T1_mask.nii.gz", "--out", "/nonexistent"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, ::testing::HasSubstr("Is this the same patient?"));
  EXPECT_THAT(run.err, ::testing::Not(::testing::HasSubstr("STS_001|")));
}
