// nadir compare: may two examinations be compared?
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

using nadir::testing::run_program;
using nadir::testing::TemporaryFolder;
using nadir::testing::test_data;
using ::testing::HasSubstr;

TEST(CompareCommand, OfTheSameProtocolFindsNoReasonToStop)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom");
  const auto data = test_data() / "mr-dicom";
  const auto run = run_program("nadir", {"compare", data / "siemens_t1_sag_HFS", data / "siemens_t1_sag_HFDR", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto report = nlohmann::json::parse(run.out).at("comparability").at(0);
  EXPECT_EQ(report.at("severity"), "note");
}

TEST(CompareCommand, OfAnotherPlaneAndSequenceIsAQuestionAndStillPrintsTheReport)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom");
  const auto data = test_data() / "mr-dicom";
  const auto run = run_program("nadir", {"compare", data / "siemens_t1_sag_HFS", data / "ge_pd_bigendian_oblique"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.out, HasSubstr("stop: plane: sagittal at baseline, axial"));
  EXPECT_THAT(run.err, HasSubstr("comparability"));
}

TEST(CompareCommand, RefusesAFolderWithoutAVolume)
{
  const TemporaryFolder folder;
  folder.write("notes.txt", "no image");
  EXPECT_EQ(run_program("nadir", {"compare", folder.path(), folder.path()}).exit_code, 2);
  EXPECT_EQ(run_program("nadir", {"compare", folder.path()}).exit_code, 64);
}

TEST(CompareCommand, OfASarcomaWithItselfOnlyAsksWhereItIsCut)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_001");
  const auto sarcoma = test_data() / "sts/STS_001";
  const auto run = run_program("nadir", {"compare", sarcoma / "image", sarcoma / "image", "--mask-baseline", sarcoma / "MR_T1_mask.nii.gz",
                                         "--mask-followup", sarcoma / "MR_T1_mask.nii.gz", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const auto report = nlohmann::json::parse(run.out).at("comparability").at(0);
  EXPECT_EQ(report.at("lesions").at(0), "T01");
  EXPECT_GT(report.at("reference_diameter_mm").get<double>(), 50.0);
}
