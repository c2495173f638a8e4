// A DICOMDIR as it lies on a medium, made by dcmmkdir (DCMTK): dropped on the viewer it is what its folder is; what is missing or leads
// off the medium is refused in words.
#include <gmock/gmock.h>

#include <QtTest/QTest>
#include <algorithm>
#include <fstream>

#include "tests/session/recorded_case.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "viewer/model/case_session.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::phantom_case;
using nadir::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace
{
const TimepointLabel baseline{"baseline"};
constexpr int patience_ms = 120'000;

QString in(const fs::path& path) { return QString::fromStdString(path.string()); }

std::string bytes_of(const fs::path& path)
{
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The baseline of a phantom as a medium: DICOM/IM000000, IM000001, ... and the DICOMDIR that dcmmkdir makes of them.
class Medium
{
public:
  Medium()
  {
    fs::create_directories(root() / "DICOM");
    for (const auto& entry : fs::recursive_directory_iterator(phantom_case("partial-response") / "baseline"))
      if (entry.is_regular_file()) files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
    for (std::size_t n = 0; n < files_.size(); ++n) fs::copy_file(files_[n], image(n));
    const auto made =
        nadir::testing::run_system_program("dcmmkdir", {"+I", "+r", "+id", root().string(), "+D", dicomdir().string(), "DICOM"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
  }

  fs::path root() const { return folder_.path() / "medium"; }
  fs::path dicomdir() const { return root() / "DICOMDIR"; }
  std::size_t images() const { return files_.size(); }
  fs::path image(std::size_t n) const { return root() / "DICOM" / name(n); }
  static std::string name(std::size_t n)
  {
    const auto number = std::to_string(n);
    return "IM" + std::string(6 - number.size(), '0') + number;
  }

  /// Lets an entry name another file; both names are of the same length, so that the DICOMDIR stays whole.
  void rename_entry(const std::string& from, const std::string& to) const
  {
    ASSERT_EQ(from.size(), to.size());
    auto bytes = bytes_of(dicomdir());
    const auto at = bytes.find(from);
    ASSERT_NE(at, std::string::npos);
    std::ofstream(dicomdir(), std::ios::binary) << bytes.replace(at, to.size(), to);
  }

private:
  TemporaryFolder folder_;
  std::vector<fs::path> files_;
};

struct Opened
{
  explicit Opened(const fs::path& given)
  {
    session.reading().set_reader("A");
    QObject::connect(&session, &CaseSession::message, [this](const Message& message) { said.append(message.text); });
    EXPECT_TRUE(session.begin(in(folder.path() / "P1.nadir"), "P1"));
    session.add_images(in(given));
    is_recorded = QTest::qWaitFor([&] { return session.reading().reading().find(baseline) != nullptr; }, patience_ms);
  }

  std::string messages() const { return said.join("\n").toStdString(); }
  std::size_t slices() const
  {
    std::size_t count = 0;
    for (const auto* stack : session_images().stacks()) count += stack->slices.size();
    return count;
  }
  const measure::TimepointImages& session_images() const
  {
    return const_cast<CaseSession&>(session).images().timepoint(baseline)->images();
  }

  TemporaryFolder folder;
  CaseSession session;
  QStringList said;
  bool is_recorded = false;
};
}  // namespace

TEST(DroppedDicomdir, IsReadAsItsFolderIs)
{
  const Medium medium;
  ASSERT_GT(medium.images(), 10u);
  Opened by_directory(medium.dicomdir()), by_folder(phantom_case("partial-response") / "baseline");
  ASSERT_TRUE(by_directory.is_recorded && by_folder.is_recorded) << by_directory.messages() << by_folder.messages();
  EXPECT_EQ(by_directory.session.reading().reading().find(baseline)->images, by_folder.session.reading().reading().find(baseline)->images);
  EXPECT_EQ(by_directory.slices(), by_folder.slices());

  by_directory.session.close();
  ASSERT_TRUE(by_directory.session.open(in(by_directory.folder.path() / "P1.nadir")));
  EXPECT_TRUE(QTest::qWaitFor([&] { return !by_directory.session.images().images_digest(baseline).empty(); }, patience_ms))
      << "the medium is found again";
}

TEST(DroppedDicomdir, TellsOfFilesThatAreMissing)
{
  const Medium medium;
  fs::remove(medium.image(3));
  fs::remove(medium.image(4));
  Opened opened(medium.dicomdir());
  ASSERT_TRUE(opened.is_recorded) << opened.messages();
  EXPECT_EQ(opened.slices(), medium.images() - 2);
  EXPECT_THAT(opened.messages(), AllOf(HasSubstr("2 of the files"), HasSubstr("which is not there")));
}

TEST(DroppedDicomdir, NeverLeavesTheMedium)
{
  const Medium medium;
  const auto outside = medium.root().parent_path() / "DIR";
  fs::create_directories(outside);
  fs::rename(medium.image(5), outside / "IM00005");
  medium.rename_entry("DICOM\\IM000005", "..\\DIR\\IM00005");
  fs::remove(medium.image(6));
  fs::create_symlink(outside / "IM00005", medium.image(6));
  Opened opened(medium.dicomdir());
  ASSERT_TRUE(opened.is_recorded) << opened.messages();
  EXPECT_EQ(opened.slices(), medium.images() - 2) << "neither by its name nor by a link";
  EXPECT_THAT(opened.messages(), HasSubstr("2 of the files"));
}

TEST(DroppedDicomdir, OfAnEmptyMediumIsNoTimePoint)
{
  const Medium medium;
  fs::remove_all(medium.root() / "DICOM");
  TemporaryFolder folder;
  CaseSession session;
  session.reading().set_reader("A");
  QStringList said;
  QObject::connect(&session, &CaseSession::message, [&](const Message& message) { said.append(message.text); });
  ASSERT_TRUE(session.begin(in(folder.path() / "P1.nadir"), "P1"));
  session.add_images(in(medium.dicomdir()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !said.empty() && !session.images().is_busy(); }, patience_ms));
  EXPECT_TRUE(session.reading().reading().content().timepoints.empty());
}
