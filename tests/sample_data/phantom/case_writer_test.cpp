#include "sample_data/phantom/case_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "sample_data/phantom/case_catalogue.h"
#include "sample_data/phantom/case_record.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::phantom;
namespace fs = std::filesystem;

namespace
{
const CasePlan& case_with_every_kind_of_file()
{
  const auto& cases = case_catalogue();
  return *std::find_if(cases.begin(), cases.end(), [](const CasePlan& plan) { return plan.t2_objects == MrObjects::EnhancedMultiFrame; });
}

std::map<std::string, std::string> files_of(const fs::path& folder)
{
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
  {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).string()] = std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

GeneratorOptions small(int threads, std::uint64_t seed = 1) { return {.matrix = 64, .seed = seed, .threads = threads}; }

std::string text_of(DcmItem& item, const DcmTagKey& tag)
{
  OFString text;
  item.findAndGetOFStringArray(tag, text);
  return text.c_str();
}
}  // namespace

TEST(CaseWriter, WritesTheSameBytesWithAnyNumberOfThreads)
{
  const nadir::testing::TemporaryFolder folder;
  for (const int threads : {1, 3})
    ASSERT_TRUE(write_case(case_with_every_kind_of_file(), small(threads), folder.path() / std::to_string(threads)));
  const auto one = files_of(folder.path() / "1");
  EXPECT_GT(one.size(), 50u);
  EXPECT_EQ(one, files_of(folder.path() / "3"));
}

TEST(CaseWriter, WritesOtherPixelsAndIdentifiersForAnotherSeed)
{
  const nadir::testing::TemporaryFolder folder;
  const auto& plan = case_with_every_kind_of_file();
  EXPECT_NE(make_case_record(plan, small(1, 1)).timepoints[0].examination.study_uid,
            make_case_record(plan, small(1, 2)).timepoints[0].examination.study_uid);
  ASSERT_TRUE(write_case(plan, small(1, 1), folder.path() / "1"));
  ASSERT_TRUE(write_case(plan, small(1, 2), folder.path() / "2"));
  const auto one = files_of(folder.path() / "1"), two = files_of(folder.path() / "2");
  EXPECT_NE(one.at("baseline/t1_post/IM0010.dcm"), two.at("baseline/t1_post/IM0010.dcm"));
  EXPECT_EQ(one.at("masks/baseline_T01.nii.gz"), two.at("masks/baseline_T01.nii.gz"));
}

TEST(CaseWriter, GivesEverySliceItsPlaceInThePatient)
{
  const nadir::testing::TemporaryFolder folder;
  const auto& plan = case_with_every_kind_of_file();
  ASSERT_TRUE(write_case(plan, small(2), folder.path()));
  const auto record = make_case_record(plan, small(2));
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile((folder.path() / "baseline/t1_post/IM0010.dcm").c_str()).good());
  auto& item = *file.getDataset();
  const auto expected = record.timepoints[0].timepoint.stack.grid.voxel_to_patient(VoxelIndex{0, 0, 9});
  const std::array<double, 3> wanted{expected.left, expected.posterior, expected.superior};
  for (unsigned long n = 0; n < 3; ++n)
  {
    Float64 value = 0.0;
    ASSERT_TRUE(item.findAndGetFloat64(DCM_ImagePositionPatient, value, n).good());
    EXPECT_NEAR(value, wanted[n], 1e-5);
  }
  EXPECT_EQ(text_of(item, DCM_SliceThickness), "5");
  EXPECT_EQ(text_of(item, DCM_SpacingBetweenSlices), "6");
  EXPECT_EQ(text_of(item, DCM_ContrastBolusAgent).empty(), false);
  EXPECT_EQ(text_of(item, DCM_PatientName).rfind("PHANTOM^", 0), 0u);
}

TEST(CaseWriter, SaysWhenItCannotWrite)
{
  const nadir::testing::TemporaryFolder folder;
  const auto file = folder.write("file", "in the way");
  EXPECT_FALSE(write_case(case_with_every_kind_of_file(), small(1), file / "case"));
}
