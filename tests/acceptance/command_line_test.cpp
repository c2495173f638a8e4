// What the program tells its caller: exit codes, words on stderr, nothing on stdout that is no result.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
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
                                               "space directions: (1,0,0) (0,1,0) (0,0,1)\nspace origin: (0,0,0)\nencoding: raw\n\n" +
                                                   std::string(8, '\0'));
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
  const auto case_file =
      folder.write("case.json", R"({"patient":"P","timepoints":[{"label":"baseline"}],"lesions":[{"id":"T01","role":"target",
    "prompts":{"baseline":{"caliper":[[0,0,0],[30,0,0]]}}}]})");
  const auto run = run_program("nadir", {"assess", case_file, "--out", folder.path() / "file"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("file"));
}

namespace
{
/// A target of 100 mm that shrinks to 75 mm (-25 %): SD by RECIST 1.1, PR for a trial that asks for -20 %.
std::string shrinking_case(const std::string& more)
{
  return R"({"patient":"P",)" + more + R"("timepoints":[{"label":"baseline"},{"label":"week 8"}],"lesions":[{"id":"T01","role":"target",
    "prompts":{"baseline":{"caliper":[[0,0,0],[100,0,0]]},"week 8":{"caliper":[[0,0,0],[75,0,0]]}}}]})";
}

struct Assessed
{
  TemporaryFolder folder;
  std::string protocol = folder.write("trial.json", "{\n  \"partial_response_decrease_percent\": 20\n}");

  nadir::testing::ProgramRun run(const std::string& more_of_case, std::vector<std::string> more = {}) const
  {
    std::vector<std::string> words{"assess", folder.write("case.json", shrinking_case(more_of_case)), "--out", folder.path() / "out"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program("nadir", words);
  }
  std::string content(const std::string& name) const
  {
    std::ifstream stream(folder.path() / "out" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  nlohmann::json assessment() const { return nlohmann::json::parse(content("assessment.json"), nullptr, false); }
};
}  // namespace

TEST(AssessWithProtocol, FollowsTheTrialAndPrintsWhatDiffersInEveryReport)
{
  for (const bool named_by_case : {false, true})
  {
    const Assessed example;
    const auto run = named_by_case ? example.run(R"("protocol":"trial.json",)") : example.run("", {"--protocol", example.protocol});
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const std::string difference = "partial_response_decrease_percent is 20 instead of 30 %";
    const auto assessment = example.assessment();
    ASSERT_TRUE(assessment.is_object());
    EXPECT_EQ(assessment.at("timepoints").at(1).at("overall_response"), "PR");
    EXPECT_THAT(assessment.at("protocol_differences").at(0), HasSubstr(difference));
    EXPECT_EQ(assessment.at("response_limits").at("partial_response_decrease_percent"), 20);
    EXPECT_EQ(assessment.at("inputs").at(0).at("role"), "case");
    EXPECT_EQ(assessment.at("inputs").at(1).at("role"), "protocol");
    const auto page = example.content("report.html");
    for (const auto* words : {difference.c_str(), "differs from the default in 1 setting", "PR to: 20 % below baseline", "PR to 80.0"})
      EXPECT_THAT(page, HasSubstr(words));
    EXPECT_THAT(run.err, HasSubstr(difference));
  }
}

TEST(AssessWithProtocol, SaysThatTheDefaultWasUsed)
{
  const Assessed example;
  EXPECT_EQ(example.run("").exit_code, 0);
  const auto assessment = example.assessment();
  EXPECT_EQ(assessment.at("timepoints").at(1).at("overall_response"), "SD");
  EXPECT_THAT(assessment.at("protocol_differences"), IsEmpty());
  EXPECT_THAT(example.content("report.html"), HasSubstr("with the default protocol"));
}

TEST(AssessWithProtocol, RefusesAWrongOneAndTwoOfThem)
{
  const Assessed example;
  example.folder.write("wrong.json", "{\n  \"confirmation_required\": true,\n  \"confirmation_minimum_days\": \"28\"\n}");
  const auto wrong = example.run(R"("protocol":"wrong.json",)");
  EXPECT_EQ(wrong.exit_code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("wrong.json:3: confirmation_minimum_days"));
  EXPECT_EQ(example.run(R"("protocol":"absent.json",)").exit_code, 2);
  EXPECT_EQ(example.run(R"("protocol":"trial.json",)", {"--protocol", example.protocol}).exit_code, 2);
  EXPECT_THAT(example.content("report.html"), IsEmpty());
}

TEST(CommandLine, AsksBeforeAnExaminationWithoutImagesIsAssessed)
{
  const TemporaryFolder folder;
  folder.write("pre/notes.txt", "no image");
  folder.write("post/notes.txt", "no image");
  const auto case_file = folder.write(
      "case.json", R"({"patient": "P1", "timepoints": [{"label": "baseline", "folder": "pre"}, {"label": "follow-up", "folder": "post"}],
    "lesions": [{"id": "T01", "role": "target", "organ": "soft tissue", "nodal": false,
                 "prompts": {"baseline": {"caliper": [[0,0,0],[50,0,0]]}, "follow-up": {"caliper": [[0,0,0],[40,0,0]]}}}]})");
  const auto asked = run_program("nadir", {"assess", case_file, "--out", folder.path() / "out"});
  EXPECT_EQ(asked.exit_code, 3);
  EXPECT_THAT(asked.err, HasSubstr("no-images"));
  EXPECT_EQ(run_program("nadir", {"assess", case_file, "--out", folder.path() / "out", "--confirm", "no-images"}).exit_code, 0);
}

// A script would take an empty answer for one.
TEST(CommandLine, FailsWhereItsAnswerCannotBeWritten)
{
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  const auto program = (nadir::testing::programs_folder() / "nadir").string();
  const auto run = nadir::testing::run_system_program("sh", {"-c", "\"" + program + "\" --help > /dev/full"});
  EXPECT_NE(run.exit_code, 0);
  EXPECT_NE(run.err.find("could not be written"), std::string::npos) << run.err;
}

// A lesion of one patient is not looked for in another, unless somebody says that it is one.
TEST(CommandLine, AsksWhetherTwoDatesAreOfOnePatient)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_002");
  NADIR_NEEDS_TEST_DATA("sts/STS_003");
  const TemporaryFolder folder;
  const auto one = test_data() / "sts/STS_002/image", other = test_data() / "sts/STS_003/image";
  const auto out = folder.path() / "transform.json";
  const auto run = run_program("nadir", {"register", "--rigid-only", "--fixed", one, "--moving", other, "--out", out});
  EXPECT_EQ(run.exit_code, 3) << run.err;
  EXPECT_THAT(run.err, HasSubstr("--confirm patient-id"));
  const auto confirmed =
      run_program("nadir", {"register", "--rigid-only", "--fixed", one, "--moving", other, "--out", out, "--confirm", "patient-id"});
  EXPECT_NE(confirmed.exit_code, 3) << confirmed.err;
}

TEST(CommandLine, WarnsWhereBothDatesAreTheSameImages)
{
  NADIR_NEEDS_TEST_DATA("sts/STS_002");
  const TemporaryFolder folder;
  const auto images = test_data() / "sts/STS_002/image";
  const auto run =
      run_program("nadir", {"register", "--rigid-only", "--fixed", images, "--moving", images, "--out", folder.path() / "transform.json"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("the very same images"));
}
