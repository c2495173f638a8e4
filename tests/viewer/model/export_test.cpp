// A reading is exported and its DICOM objects are sent in one step; every format and every object says what became of it.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/session/recorded_case.h"
#include "tests/viewer/model/model_reader.h"
#include "viewer/model/export_model.h"

using namespace nadir;
using namespace nadir::testing;

namespace
{
/// A measured reading, and archives of which none is there: what is sent waits in the queue.
struct ReadingToExport
{
  ReadingToExport()
  {
    EXPECT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    EXPECT_TRUE(reader.answer_questions());
    EXPECT_TRUE(reader.session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    for (const auto& [label, n] : {std::pair{baseline, 0}, std::pair{follow_up, 1}})
    {
      const auto truth = truth_of(folder, static_cast<std::size_t>(n));
      EXPECT_TRUE(reader.session.reading().put_caliper(target, label, {truth.line, std::nullopt, truth.series, {}}));
    }
    EXPECT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
    std::ofstream(reader.folder.path() / "archives.json") << R"({"main": {"node": "127.0.0.1:1", "timeout": 2}})";
  }

  fs::path folder = phantom_case("partial-response");
  Reader reader;
};
}  // namespace

TEST(Export, WritesEachFormatAndPutsItsDicomObjectsIntoTheQueueOfTheArchive)
{
  ReadingToExport reading;
  ASSERT_FALSE(HasFailure());
  const auto place = reading.reader.folder.path();
  ArchiveModel archives(in(place / "archives.json"), in(place / "data"));
  ExportModel exports(reading.reader.session, archives);
  QSignalSpy written(&exports, &ExportModel::written), refused(&exports, &ExportModel::message),
      delivered(&archives, &ArchiveModel::delivered);
  ASSERT_TRUE(exports.can_start());
  exports.start({{"pdf", "dicom-sr"}, in(place / "export"), "main"});
  EXPECT_TRUE(exports.is_busy());
  ASSERT_TRUE(QTest::qWaitFor([&] { return written.size() + refused.size() > 0; }, patience_ms));
  ASSERT_EQ(refused.size(), 0) << refused.front().front().value<Message>().text.toStdString();
  const auto certificate = written.front().front().value<report::Certificate>();
  ASSERT_EQ(certificate.formats.size(), 2u);
  for (const auto& format : certificate.formats) EXPECT_TRUE(format.is_written()) << format.refusal;
  EXPECT_TRUE(fs::exists(place / "export" / "certificate.json"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return delivered.size() == 1; }, patience_ms));
  const auto delivery = delivered.front().front().value<ArchiveDelivery>();
  EXPECT_GT(delivery.outcomes.size(), 0u) << "the report of each date";
  EXPECT_EQ(delivery.open, static_cast<int>(delivery.outcomes.size())) << "no archive is there: everything waits";
  EXPECT_EQ(delivery.confirmed, 0);
}

TEST(Export, IsNotOfferedWhileBlinded)
{
  ReadingToExport reading;
  ASSERT_FALSE(HasFailure());
  const auto place = reading.reader.folder.path();
  ArchiveModel archives(in(place / "archives.json"), in(place / "data"));
  ExportModel exports(reading.reader.session, archives);
  ASSERT_TRUE(reading.reader.session.blinding().blind());
  EXPECT_FALSE(exports.can_start());
  exports.start({{"json"}, in(place / "export"), {}});
  EXPECT_FALSE(exports.is_busy());
  EXPECT_FALSE(fs::exists(place / "export"));
}
