// `nadir report` of one assessment, of two readers of one patient, and of several patients.
#include <gmock/gmock.h>

#include <filesystem>

#include "report/table/assessment_json.h"
#include "tests/report/support/example_assessment.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace nadir
{
namespace
{
using ::testing::HasSubstr;
using testing::run_program;
using testing::TemporaryFolder;

struct Reports
{
  TemporaryFolder folder;
  std::filesystem::path out = folder.path() / "out";

  std::string one(const std::string& name, const std::string& patient) const
  {
    auto assessment = test::sarcoma_assessment();
    assessment.patient = patient;
    return folder.write(name, report::to_json(assessment));
  }
  testing::ProgramRun run(std::vector<std::string> words) const
  {
    words.insert(words.begin(), "report");
    words.insert(words.end(), {"--out", out});
    return run_program("nadir", words);
  }
  bool has(const char* file) const { return std::filesystem::exists(out / file); }
};
}  // namespace

TEST(ReportCommand, WritesTheReportOfAnAssessment)
{
  const Reports reports;
  const auto run = reports.run({reports.one("a.json", "P1")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(reports.has("report.html") && reports.has("report.pdf"));
}

TEST(ReportCommand, ShowsTwoReadersOfOnePatientSideBySide)
{
  const Reports reports;
  const auto run = reports.run({reports.one("a.json", "P1"), reports.one("b.json", "P1"), "--reader", "A", "--reader", "B"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(reports.has("readings.html") && reports.has("readings.pdf"));
}

TEST(ReportCommand, MakesACohortOfSeveralPatients)
{
  const Reports reports;
  const auto run = reports.run({reports.one("a.json", "P1"), reports.one("b.json", "P2")});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_TRUE(reports.has("cohort.html") && reports.has("cohort.pdf"));
}

// Three assessments of which two are of one patient: that patient would count twice.
TEST(ReportCommand, RefusesAPatientTwiceInACohort)
{
  const Reports reports;
  const auto run = reports.run({reports.one("a.json", "P1"), reports.one("b.json", "P2"), reports.one("c.json", "P1")});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("would count twice"));
}

TEST(ReportCommand, TakesReadersOfTwoReadingsOnly)
{
  const Reports reports;
  EXPECT_EQ(reports.run({reports.one("a.json", "P1"), "--reader", "A"}).exit_code, 64);
  EXPECT_EQ(reports.run({reports.one("a.json", "P1"), reports.one("b.json", "P2"), "--reader", "A", "--reader", "B"}).exit_code, 64);
}
}  // namespace nadir
