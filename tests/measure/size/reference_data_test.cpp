// Real and published shapes; needs the test data.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "imaging/units/number_text.h"
#include "measure/size/measure_size.h"
#include "segmentation/mask/read_mask.h"
#include "tests/support/test_data.h"

using namespace nadir;
using nadir::testing::test_data;

namespace
{
measure::LesionSize size_of(const std::filesystem::path& file)
{
  const auto lesions = segmentation::read_mask(file);
  EXPECT_TRUE(lesions) << lesions.failure().message();
  const auto size = measure::measure_size(lesions->front());
  EXPECT_TRUE(size) << size.failure().message();
  return *size;
}

std::vector<std::vector<std::string>> table(const std::filesystem::path& file)
{
  std::vector<std::vector<std::string>> rows;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);)
  {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}

/// Published value of pyradiomics' own baseline, column 1 = brain1, 7 = lung1.
double baseline(const std::string& feature, std::size_t column)
{
  for (const auto& row : table(test_data() / "shape-reference/pyradiomics/baseline_shape.csv"))
    if (row.front() == "original_shape_" + feature) return *parse_number(row.at(column));
  ADD_FAILURE() << feature;
  return 0.0;
}
}  // namespace

// IBSI reference manual (Zwanenburg et al., arXiv:1612.07003), digital phantom: volume (mesh) 556 mm^3 +- 4, volume (voxel counting)
// 592 +- 4, maximum 3D diameter 13.1 mm +- 0.1.
TEST(ReferenceShapes, IbsiDigitalPhantom)
{
  NADIR_NEEDS_TEST_DATA("shape-reference/ibsi1_digital_phantom");
  const auto size = size_of(test_data() / "shape-reference/ibsi1_digital_phantom/nifti/mask/mask.nii.gz");
  EXPECT_NEAR(size.volume_estimates.surface.value() * 1000, 556.0, 4.0);
  EXPECT_NEAR(size.volume_estimates.voxels.value() * 1000, 592.0, 1e-3);
  EXPECT_NEAR(size.feret_3d.length.value(), 13.1, 0.1);
}

TEST(ReferenceShapes, PyradiomicsBaseline)
{
  NADIR_NEEDS_TEST_DATA("shape-reference/pyradiomics");
  for (const auto& [name, column] : {std::pair<std::string, std::size_t>{"brain1", 1}, {"lung1", 7}})
  {
    const auto size = size_of(test_data() / ("shape-reference/pyradiomics/" + name + "_label.nrrd"));
    EXPECT_NEAR(size.feret_3d.length.value(), baseline("Maximum3DDiameter", column), 1e-4) << name;
    EXPECT_NEAR(size.volume_estimates.voxels.value() * 1000 / baseline("VoxelVolume", column), 1.0, 1e-6) << name;
    EXPECT_NEAR(size.volume_estimates.surface.value() * 1000 / baseline("MeshVolume", column), 1.0, 1e-3) << name;
  }
}

// derived_reference.csv: shoelace volume and longest distance between contour points of a slice, computed independently.
TEST(RealSarcomas, HaveTheVolumeAndDiameterOfTheirContours)
{
  NADIR_NEEDS_TEST_DATA("sts/derived_reference.csv");
  int cases = 0;
  for (const auto& row : table(test_data() / "sts/derived_reference.csv"))
  {
    if (row.front() == "case") continue;
    const double volume = *parse_number(row.at(1)), diameter = *parse_number(row.at(4));
    const double pixel_diagonal = std::sqrt(2.0) * 0.977;  // mm: the pixels of these masks
    const auto contours = size_of(test_data() / "sts" / row.front() / "mask/RS.dcm");
    EXPECT_NEAR(contours.volume.value() / volume, 1.0, 0.005) << row.front();
    EXPECT_NEAR(contours.longest_diameter.length.value(), diameter, 0.006) << row.front();
    const auto mask = size_of(test_data() / "sts" / row.front() / "MR_T1_mask.nii.gz");
    EXPECT_NEAR(mask.volume.value() / volume, 1.0, 0.005) << row.front();
    EXPECT_NEAR(mask.longest_diameter.length.value(), diameter, pixel_diagonal) << row.front();
    ++cases;
  }
  EXPECT_EQ(cases, 12);
}

// derived_reference.csv gives volumes of the labels 1 to 4 in mm^3.
TEST(RealGliomas, HaveTheVolumeOfTheirVoxels)
{
  NADIR_NEEDS_TEST_DATA("brats/derived_reference.csv");
  for (const auto& row : table(test_data() / "brats/derived_reference.csv"))
  {
    if (row.front() == "case") continue;
    const auto lesions = segmentation::read_mask(test_data() / "brats" / row.front() / "OTMultiClass.nii.gz");
    ASSERT_TRUE(lesions);
    for (const auto& lesion : *lesions)
      EXPECT_NEAR(measure::measure_size(lesion)->volume.value() * 1000, *parse_number(row.at(static_cast<std::size_t>(lesion.label))), 0.01)
          << row.front();
  }
}
