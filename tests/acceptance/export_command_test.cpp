// What leaves the house from the command line: every format of a phantom case, the same bytes everywhere, and damage that is noticed.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
constexpr const char* dicom_formats = "json,html,pdf,dicom-sr,dicom-seg,dicom-adc,dicom-key-images,dicom-pdf";

/// A phantom case, written once for all tests of this program.
const fs::path& case_file()
{
  static const TemporaryFolder folder;
  static const fs::path file = []
  {
    const auto made = run_program("nadir-phantom", {"--out", folder.path(), "--case", "complete-response"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
      if (entry.path().filename() == "case.json") return entry.path();
    return fs::path();
  }();
  return file;
}

nadir::testing::ProgramRun exported(const fs::path& out, const std::vector<std::string>& settings = {})
{
  return run_program("nadir", {"export", case_file(), "--format", dicom_formats, "--out", out, "--reader", "Doe^Jane"}, settings);
}

std::map<std::string, std::string> files_in(const fs::path& folder)
{
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
  {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(folder)] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}
}  // namespace

TEST(ExportCommand, WritesCertifiesAndVerifies)
{
  const TemporaryFolder out;
  const auto run = exported(out.path() / "x");
  ASSERT_EQ(run.exit_code, 0) << run.out << run.err;
  EXPECT_THAT(run.out, HasSubstr("dicom-sr: "));
  EXPECT_THAT(run.out, HasSubstr("(last examination)"));
  const auto verified = run_program("nadir", {"verify", out.path() / "x"});
  EXPECT_EQ(verified.exit_code, 0) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("The export holds."));
}

TEST(ExportCommand, WritesObjectsWithoutErrorForDciodvfy)
{
  if (run_system_program("sh", {"-c", "command -v dciodvfy"}).exit_code != 0) GTEST_SKIP() << "dciodvfy (dicom3tools) is absent";
  const TemporaryFolder out;
  ASSERT_EQ(exported(out.path()).exit_code, 0);
  for (const auto& [name, bytes] : files_in(out.path()))
  {
    if (!name.ends_with(".dcm")) continue;
    const auto judged = run_system_program("dciodvfy", {"-new", out.path() / name});
    EXPECT_THAT(judged.out + judged.err, Not(HasSubstr("Error"))) << name;
  }
}

TEST(ExportCommand, GivesTheSameBytesInEveryLocaleAndTimeZone)
{
  const TemporaryFolder out;
  ASSERT_EQ(exported(out.path() / "0").exit_code, 0);
  const auto expected = files_in(out.path() / "0");
  const std::vector<std::vector<std::string>> places{
      {"LC_ALL=de_DE.UTF-8", "TZ=Europe/Berlin"}, {"LC_ALL=tr_TR.UTF-8", "TZ=Asia/Tokyo"}, {"LC_ALL=C", "TZ=America/St_Johns"}};
  for (std::size_t i = 0; i < places.size(); ++i)
  {
    const auto folder = out.path() / std::to_string(i + 1);
    ASSERT_EQ(exported(folder, places[i]).exit_code, 0);
    EXPECT_TRUE(files_in(folder) == expected) << places[i][0];
  }
}

TEST(ExportCommand, OneByteThatIsAnotherIsNoticedInAnyFile)
{
  const TemporaryFolder out;
  ASSERT_EQ(exported(out.path()).exit_code, 0);
  for (const auto& [name, bytes] : files_in(out.path()))
  {
    auto changed = bytes;
    changed[changed.size() / 3] ^= 4;
    out.write(name, changed);
    EXPECT_EQ(run_program("nadir", {"verify", out.path()}).exit_code, 2) << name;
    out.write(name, bytes);
  }
  EXPECT_EQ(run_program("nadir", {"verify", out.path()}).exit_code, 0);
}

TEST(ExportCommand, RefusesAWrongFormatOrSettingBeforeAnythingIsMeasured)
{
  const TemporaryFolder out;
  const auto unknown = run_program("nadir", {"export", case_file(), "--format", "json,papyrus", "--out", out.path() / "x"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("papyrus"));
  EXPECT_EQ(
      run_program("nadir", {"export", case_file(), "--format", "dicom-sr", "--out", out.path() / "x", "--set", "sr-naming=loud"}).exit_code,
      2);
  EXPECT_EQ(run_program("nadir", {"export", case_file(), "--format", "dicom-sr", "--out", out.path() / "x", "--at", "yesterday"}).exit_code,
            2);
  EXPECT_EQ(run_program("nadir", {"export", "--format", "json"}).exit_code, 64);
  EXPECT_FALSE(fs::exists(out.path() / "x"));
}

TEST(ExportCommand, OfNumbersAloneSaysThatDicomNeedsTheImages)
{
  const TemporaryFolder out;
  ASSERT_EQ(exported(out.path() / "x").exit_code, 0);
  const auto run =
      run_program("nadir", {"export", out.path() / "x/json/assessment.json", "--format", "json,dicom-sr", "--out", out.path() / "y"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.out, HasSubstr("dicom-sr: refused: the format dicom-sr needs the images"));
  EXPECT_TRUE(files_in(out.path() / "y")["json/assessment.json"] == files_in(out.path() / "x")["json/assessment.json"]);
}

// The name stands in the DICOM objects, where an archive needs it, and nowhere else.
TEST(ExportCommand, KeepsThePatientOutOfEverythingButDicom)
{
  const TemporaryFolder out;
  ASSERT_EQ(exported(out.path()).exit_code, 0);
  for (const auto& [name, bytes] : files_in(out.path()))
  {
    if (name.ends_with(".dcm")) continue;
    EXPECT_EQ(bytes.find("PHANTOM^"), std::string::npos) << name;
  }
}
