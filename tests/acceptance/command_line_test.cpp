// What the program tells its caller: exit codes, words on stderr, nothing on stdout that is no result.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

using nadir::testing::run_program;
using nadir::testing::TemporaryFolder;
using nadir::testing::test_data;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(CommandLine, WithoutWordsOrWithWrongOnesIsAUsageError)
{
  EXPECT_EQ(run_program("nadir", {}).exit_code, 64);
  EXPECT_EQ(run_program("nadir", {"frobnicate"}).exit_code, 64);
  EXPECT_EQ(run_program("nadir", {"assess", "--baseline", "a", "--out", "b"}).exit_code, 64);
}

TEST(CommandLine, ExplainsItself)
{
  const auto run = run_program("nadir", {"--help"});
  EXPECT_EQ(run.exit_code, 0);
  for (const auto* word : {"scan", "measure", "assess", "not a medical device"}) EXPECT_THAT(run.out, HasSubstr(word));
}

TEST(CommandLine, RefusesAFolderThatIsNotThere)
{
  const auto run = run_program("nadir", {"scan", "/no/such/folder"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, HasSubstr("/no/such/folder"));
}

TEST(CommandLine, RefusesAFolderWithoutDicom)
{
  const TemporaryFolder folder;
  folder.write("README.txt", "no images here");
  EXPECT_EQ(run_program("nadir", {"scan", folder.path()}).exit_code, 2);
}

TEST(CommandLine, RefusesAnEmptyMaskByName)
{
  const TemporaryFolder folder;
  const auto mask = folder.write("empty.nrrd", "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 2 2 2\n"
                                               "space directions: (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\nencoding: raw\n\n" + std::string(8, '\0'));
  const auto run = run_program("nadir", {"measure", "--mask", mask, "--json"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("mask.empty"));
}

TEST(CommandLine, NamesTheMaskThatCannotBeRead)
{
  const TemporaryFolder folder;
  const auto run = run_program("nadir", {"measure", "--mask", folder.write("notes.txt", "hello")});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("notes.txt"));
}

TEST(CommandLine, CostsOneBadFileThatFileOnly)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_002");
  const TemporaryFolder folder;
  std::filesystem::copy(test_data() / "sts" / "STS_002" / "image", folder.path() / "image");
  folder.write("image/broken.dcm", std::string(128, '\0') + "DICM" + "garbage that is no data set");
  const auto run = run_program("nadir", {"scan", folder.path(), "--json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const auto document = nlohmann::json::parse(run.out, nullptr, false);
  ASSERT_TRUE(document.is_object());
  ASSERT_EQ(document.at("refused").size(), 1u);
  EXPECT_THAT(document.at("refused").at(0).at("path").get<std::string>(), HasSubstr("broken.dcm"));
  EXPECT_EQ(document.at("studies").at(0).at("series").at(0).at("stacks").at(0).at("geometry").at("size").at(2), 35);
}

TEST(CommandLine, NeverShowsThePatient)
{
  NADIR_NEEDS_TEST_DATA("mr-dicom/siemens_t1_sag_HFS");
  const auto run = run_program("nadir", {"scan", test_data() / "mr-dicom" / "siemens_t1_sag_HFS", "--json"});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("patient_digest"));
  EXPECT_THAT(run.out, Not(HasSubstr("PatientName")));
}

TEST(CommandLine, RefusesToWriteWhereItCannot)
{
  const TemporaryFolder folder;
  folder.write("file", "in the way");
  const auto case_file = folder.write("case.json", R"({"patient":"P","timepoints":[{"label":"baseline"}],"lesions":[{"id":"T01","role":"target",
    "prompts":{"baseline":{"caliper":[[0,0,0],[30,0,0]]}}}]})");
  const auto run = run_program("nadir", {"assess", case_file, "--out", folder.path() / "file"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("file"));
}
