// What is de-identified still tells the same: a phantom's images, reports and segmentations leave without names and come back as the same
// case.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using nadir::testing::run_program;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
std::string text_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A phantom's case and what is exported of it, made once for all tests of this program.
struct Originals
{
  TemporaryFolder folder;
  fs::path images, out = folder.path() / "out";

  Originals()
  {
    EXPECT_EQ(run_program("nadir-phantom", {"--out", folder.path() / "phantom", "--case", "complete-response"}).exit_code, 0);
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "phantom"))
      if (entry.path().filename() == "case.json") images = entry.path().parent_path();
    const auto exported = run_program(
        "nadir", {"export", images / "case.json", "--format", "dicom-sr,dicom-seg,dicom-pdf", "--out", out, "--reader", "Doe^Jane"});
    EXPECT_EQ(exported.exit_code, 0) << exported.err;
  }
};

class DeidentifyCommand : public ::testing::Test
{
protected:
  nadir::testing::ProgramRun clean(const fs::path& from, const std::string& to)
  {
    return run_program("nadir", {"deidentify", from, "--out", folder.path() / to, "--key", folder.path() / "key"});
  }

  static const Originals& originals()
  {
    static const Originals made;
    return made;
  }

  TemporaryFolder folder;
};
}  // namespace

TEST_F(DeidentifyCommand, LeavesReportsThatAreReadAsTheSameCase)
{
  EXPECT_EQ(clean(originals().images / "baseline", "t0").exit_code, 0);
  EXPECT_EQ(clean(originals().images / "follow_up", "t1").exit_code, 0);
  EXPECT_EQ(clean(originals().out / "dicom-sr", "sr").exit_code, 0);
  EXPECT_EQ(clean(originals().out / "dicom-seg", "seg").exit_code, 0);
  std::vector<std::string> import{"import"};
  for (const auto* part : {"sr", "seg"})
    for (const auto& entry : fs::directory_iterator(folder.path() / part)) import.push_back(entry.path());
  for (const std::string& word : {std::string("--timepoint"), "T0=" + (folder.path() / "t0").string(), std::string("--timepoint"),
                                  "T1=" + (folder.path() / "t1").string(), std::string("--patient"), std::string("X"), std::string("--out"),
                                  (folder.path() / "case.json").string()})
    import.push_back(word);
  const auto imported = run_program("nadir", import);
  EXPECT_EQ(imported.exit_code, 0) << imported.err;
  EXPECT_THAT(text_of(folder.path() / "case.json"), HasSubstr("\"ABSENT\""));
  if (run_system_program("sh", {"-c", "command -v dciodvfy"}).exit_code != 0) return;
  for (const auto* part : {"sr", "seg"})
    for (const auto& entry : fs::directory_iterator(folder.path() / part))
    {
      const auto judged = run_system_program("dciodvfy", {"-new", entry.path()});
      EXPECT_THAT(judged.out + judged.err, Not(HasSubstr("Error"))) << entry.path();
      EXPECT_THAT(text_of(entry.path()), Not(HasSubstr("Doe^Jane")));
    }
}

TEST_F(DeidentifyCommand, LeavesOutAnEnclosedReportWithAWord)
{
  const auto run = clean(originals().out / "dicom-pdf", "pdf");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("encloses a document"));
  EXPECT_TRUE(fs::is_empty(folder.path() / "pdf"));
}

TEST_F(DeidentifyCommand, PutsNoKeyBesideTheResult)
{
  const auto run = run_program(
      "nadir", {"deidentify", originals().images / "baseline", "--out", folder.path() / "t", "--key", folder.path() / "t" / "key"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_FALSE(fs::exists(folder.path() / "t"));
}
