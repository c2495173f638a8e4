// nadir agree: masks of one lesion against each other.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

using nadir::testing::run_program;
using nadir::testing::TemporaryFolder;
using nadir::testing::test_data;
using ::testing::HasSubstr;

namespace
{
/// 4 x 3 x 2 voxels of 1 mm; `voxels` are the labels.
std::string nrrd(const std::string& voxels)
{
  return "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 4 3 2\nspace directions: (1,0,0) (0,1,0) (0,0,1)\n"
         "space origin: (0,0,0)\nencoding: raw\n\n" +
         voxels;
}

std::string with(std::initializer_list<std::size_t> set)
{
  std::string voxels(24, '\0');
  for (const auto n : set) voxels[n] = 1;
  return nrrd(voxels);
}
}  // namespace

TEST(AgreeCommand, PrintsDiceVolumesAndDistances)
{
  const TemporaryFolder folder;
  const auto run =
      run_program("nadir", {"agree", "--a", folder.write("a.nrrd", with({5, 6})), "--b", folder.write("b.nrrd", with({6, 7})), "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto label = nlohmann::json::parse(run.out).at("labels").at(0);
  EXPECT_DOUBLE_EQ(label.at("dice"), 0.5);
  EXPECT_DOUBLE_EQ(label.at("jaccard"), 1.0 / 3.0);
  EXPECT_DOUBLE_EQ(label.at("volume_a_ml"), 0.002);
  EXPECT_DOUBLE_EQ(label.at("surface_distances").at("hausdorff_mm"), 1.0);
}

TEST(AgreeCommand, TakesAnEmptyMaskForALesionThatIsGone)
{
  const TemporaryFolder folder;
  const auto there = folder.write("a.nrrd", with({5, 6})), gone = folder.write("b.nrrd", with({}));
  const auto one = run_program("nadir", {"agree", "--a", there, "--b", gone, "--json"});
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_DOUBLE_EQ(nlohmann::json::parse(one.out).at("labels").at(0).at("dice"), 0.0);
  EXPECT_TRUE(nlohmann::json::parse(one.out).at("labels").at(0).at("surface_distances").is_null());
  const auto both = run_program("nadir", {"agree", "--a", gone, "--b", gone});
  EXPECT_EQ(both.exit_code, 0);
  EXPECT_THAT(both.out, HasSubstr("Dice 1.0000"));
}

TEST(AgreeCommand, ComparesARealContourWithItsMask)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_001");
  const auto sarcoma = test_data() / "sts/STS_001";
  const auto run = run_program("nadir", {"agree", "--a", sarcoma / "MR_T1_mask.nii.gz", "--b", sarcoma / "mask/RS.dcm", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  // Both come from one contour; the mask was made by another program.
  EXPECT_GT(nlohmann::json::parse(run.out).at("labels").at(0).at("dice").get<double>(), 0.99);
}
