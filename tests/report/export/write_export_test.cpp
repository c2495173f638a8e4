#include "report/export/write_export.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "report/certificate/certificate_json.h"
#include "report/certificate/verify_export.h"
#include "report/export/export_error.h"
#include "report/export/export_formats.h"
#include "tests/report/support/example_assessment.h"
#include "tests/support/temporary_folder.h"

namespace nadir::report
{
namespace
{
namespace fs = std::filesystem;
using nadir::testing::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names_in(const fs::path& folder)
{
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

ExportJob job_of(measure::Assessment assessment)
{
  ExportJob job;
  job.sources.emplace_back().assessed.assessment = std::move(assessment);
  return job;
}

std::vector<ExportFormat> named(const std::vector<std::string>& names)
{
  const auto formats = formats_named(names);
  EXPECT_TRUE(formats);
  return formats ? *formats : std::vector<ExportFormat>{};
}

/// A format whose bytes are given, and whose reader likes them or not.
ExportFormat failing_format()
{
  ExportFormat format;
  format.name = "json";
  format.make = [](const ExportJob&) -> Result<FormatOutput> {
    return FormatOutput{{{"half.txt", "half"}}, {}, {}};
  };
  format.read_back = [](const ExportJob&, const std::vector<ExportFile>&) -> std::vector<ReadBack> {
    return {{"half.txt", "a reader", {"the sum is another one"}}};
  };
  return format;
}

TEST(WriteExport, WritesReadsBackAndCertifies)
{
  const TemporaryFolder folder;
  const auto certificate = write_export(job_of(test::long_assessment()), named({"json", "html"}), folder.path() / "out");
  ASSERT_TRUE(certificate) << certificate.failure().message();
  EXPECT_THAT(names_in(folder.path() / "out"), ElementsAre("certificate.json", "html", "json"));
  ASSERT_THAT(certificate->formats, SizeIs(2));
  EXPECT_EQ(certificate->formats[0].files[0].size, fs::file_size(folder.path() / "out/json/assessment.json"));
  EXPECT_THAT(certificate->formats[0].read_back[0].differences, IsEmpty());
  EXPECT_EQ(certificate->moment, "2024-03-04T00:00:00") << "the last examination of the example";
  EXPECT_EQ(to_json(*certificate), bytes_of(folder.path() / "out/certificate.json"));
  const auto verdict = verify_export(folder.path() / "out");
  ASSERT_TRUE(verdict);
  EXPECT_THAT(verdict->damages, IsEmpty());
  EXPECT_EQ(verdict->files, 2u);
}

// Found by fuzzing: the trace holds U+FFFD for such bytes, for good, and was taken for another one.
TEST(WriteExport, WritesTablesOfALesionWhoseNameIsNoUtf8)
{
  auto assessment = test::sarcoma_assessment();
  for (auto& timepoint : assessment.timepoints) timepoint.lesions[0].lesion.id = LesionId{"G\xFF\xC0\tT01"};
  for (const auto& format : named({"tidy", "sdtm", "fhir", "redcap"}))
  {
    const auto made = make_format(job_of(assessment), format);
    EXPECT_TRUE(made) << format.name << ": " << (made ? "" : made.failure().message());
  }
}

TEST(WriteExport, GivesTheSameBytesEachTime)
{
  const TemporaryFolder folder;
  for (const auto* out : {"a", "b"})
    ASSERT_TRUE(write_export(job_of(test::long_assessment()), named({"json", "html"}), folder.path() / out));
  for (const auto* file : {"certificate.json", "json/assessment.json", "html/report.html"})
    EXPECT_EQ(bytes_of(folder.path() / "a" / file), bytes_of(folder.path() / "b" / file)) << file;
}

TEST(WriteExport, KeepsNothingOfAFormatThatReadsBackDifferently)
{
  const TemporaryFolder folder;
  ASSERT_TRUE(write_export(job_of(test::sarcoma_assessment()), named({"json"}), folder.path()));
  const auto before = bytes_of(folder.path() / "json/assessment.json");
  const auto certificate = write_export(job_of(test::sarcoma_assessment()), {failing_format()}, folder.path());
  ASSERT_TRUE(certificate);
  EXPECT_EQ(bytes_of(folder.path() / "json/assessment.json"), before);
  EXPECT_THAT(names_in(folder.path()), ElementsAre("certificate.json", "json"));
  ASSERT_THAT(certificate->formats, SizeIs(1));
  EXPECT_TRUE(certificate->formats[0].is_written()) << "the earlier files are still there";
  EXPECT_THAT(certificate->formats[0].notices, ElementsAre(HasSubstr("the sum is another one")));

  const auto alone = write_export(job_of(test::sarcoma_assessment()), {failing_format()}, folder.path() / "new");
  ASSERT_TRUE(alone);
  EXPECT_THAT(names_in(folder.path() / "new"), ElementsAre("certificate.json"));
  EXPECT_THAT(alone->formats[0].refusal, HasSubstr("half.txt reads back differently"));
}

TEST(WriteExport, KeepsFormatsOfAnEarlierExportOfTheSameSource)
{
  const TemporaryFolder folder;
  ASSERT_TRUE(write_export(job_of(test::sarcoma_assessment()), named({"html"}), folder.path()));
  const auto certificate = write_export(job_of(test::sarcoma_assessment()), named({"json"}), folder.path());
  ASSERT_TRUE(certificate);
  EXPECT_THAT(certificate->formats, SizeIs(2));
  EXPECT_THAT(verify_export(folder.path())->damages, IsEmpty());
}

TEST(WriteExport, RefusesAFolderWithAnotherCase)
{
  const TemporaryFolder folder;
  ASSERT_TRUE(write_export(job_of(test::sarcoma_assessment()), named({"json"}), folder.path()));
  const auto refused = write_export(job_of(test::long_assessment()), named({"json"}), folder.path());
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.failure().is(ExportError::OtherExport));
}

TEST(WriteExport, RefusesImagesThatAreNotThere)
{
  const TemporaryFolder folder;
  auto format = failing_format();
  format.needs = FormatNeeds::Images;
  const auto certificate = write_export(job_of(test::sarcoma_assessment()), {format}, folder.path());
  ASSERT_TRUE(certificate);
  EXPECT_THAT(certificate->formats[0].refusal, HasSubstr("needs the images"));
}

TEST(WriteExport, RefusesSettingsThatNobodyTakes)
{
  const TemporaryFolder folder;
  auto job = job_of(test::sarcoma_assessment());
  job.settings.values["no-such"] = "1";
  const auto refused = write_export(job, named({"json"}), folder.path() / "out");
  ASSERT_FALSE(refused);
  EXPECT_FALSE(fs::exists(folder.path() / "out"));
}

// A misspelled name would leave study days out without a word.
TEST(WriteExport, RefusesAFirstDayOfTreatmentOfAPatientNobodyKnows)
{
  const auto assessment = test::sarcoma_assessment();
  const auto made_with = [&](const std::string& start)
  {
    auto job = job_of(assessment);
    job.settings.values = {{"sdtm-treatment-start", start}};
    return make_format(job, named({"sdtm"}).front());
  };
  EXPECT_TRUE(made_with("2023-12-20")) << made_with("2023-12-20").failure().message();
  EXPECT_TRUE(made_with(assessment.patient + "=2023-12-20"));
  for (const auto& wrong : std::vector<std::string>{"Nobody=2023-12-20", "=2023-12-20",
                                                    assessment.patient + "=2023-12-20,Nobody=2023-12-21", "2023-12-20,2023-12-21"})
  {
    const auto made = made_with(wrong);
    ASSERT_FALSE(made) << wrong;
    EXPECT_THAT(made.failure().message(), HasSubstr("sdtm-treatment-start")) << wrong;
  }
  EXPECT_THAT(made_with("Nobody=2023-12-20").failure().message(), HasSubstr("\"Nobody\": no source is of a patient of this name"));
}

TEST(VerifyExport, NoticesAByteAFileTooManyAndAFileTooFew)
{
  const TemporaryFolder folder;
  ASSERT_TRUE(write_export(job_of(test::sarcoma_assessment()), named({"json", "html"}), folder.path()));
  auto bytes = bytes_of(folder.path() / "json/assessment.json");
  bytes[bytes.size() / 2] ^= 1;
  folder.write("json/assessment.json", bytes);
  folder.write("html/more.txt", "");
  fs::remove(folder.path() / "html/report.html");
  const auto verdict = verify_export(folder.path());
  ASSERT_TRUE(verdict);
  std::vector<std::string> places;
  for (const auto& damage : verdict->damages) places.push_back(damage.place + " " + damage.what);
  EXPECT_THAT(places, ElementsAre("json/assessment.json has other bytes than were written", "html/report.html is missing",
                                  "html/more.txt is not in the certificate"));
}

TEST(ExportFormats, HaveNamesThatAreFoldersAndFitTheHelp)
{
  for (const auto& format : export_formats())
  {
    EXPECT_THAT(format.name, ::testing::MatchesRegex("[a-z][a-z0-9-]*"));
    EXPECT_FALSE(format.title.empty());
    EXPECT_TRUE(format.make && format.read_back) << format.name;
  }
  EXPECT_FALSE(formats_named({"json", "no-such"}));
}
}  // namespace
}  // namespace nadir::report
