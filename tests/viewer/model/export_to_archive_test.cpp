// From the archive and back into it: a patient's dates are looked for, opened, read, signed, exported and sent, with a real Orthanc on the
// loopback.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "tests/report/transport/archive.h"
#include "tests/session/recorded_case.h"
#include "tests/viewer/model/model_reader.h"
#include "viewer/model/export_model.h"

using namespace nadir;
using namespace nadir::testing;

namespace
{
class ReadFromArchive : public ::testing::Test
{
protected:
  void SetUp() override
  {
    if (!nadir::test::Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl or socat is not installed";
    archive = std::make_unique<nadir::test::Archive>();
    const auto peer = archive->peer();
    std::ofstream(place() / "archives.json") << "{\"main\": {\"node\": \"" + peer.host + ":" + std::to_string(peer.port) +
                                                    "\", \"called\": \"ORTHANC\", \"timeout\": 5}}";
    archives = std::make_unique<ArchiveModel>(in(place() / "archives.json"), in(place() / "data"));
    exports = std::make_unique<ExportModel>(reader.session, *archives);
    QObject::connect(archives.get(), &ArchiveModel::delivered, [this](const ArchiveDelivery& delivery) { deliveries.push_back(delivery); });
    ASSERT_EQ(sent([this] { archives->send("main", {in(phantom / "baseline"), in(phantom / "follow_up")}); }).open, 0);
    images = archive->count();
    ASSERT_GT(images, 0u);
  }

  fs::path place() const { return reader.folder.path(); }

  /// What became of what `send` sends.
  template <class Send> ArchiveDelivery sent(const Send& send)
  {
    const auto before = deliveries.size();
    send();
    EXPECT_TRUE(QTest::qWaitFor([&] { return deliveries.size() > before && !archives->is_busy(); }, patience_ms));
    return deliveries.size() > before ? deliveries.back() : ArchiveDelivery{};
  }

  /// Looks for the patient's studies and opens them, the earlier one first.
  void open_both()
  {
    QSignalSpy found(archives.get(), &ArchiveModel::studies_changed), fetched(archives.get(), &ArchiveModel::fetched);
    archives->search("main", {"*", {}, {}, {}});
    ASSERT_TRUE(QTest::qWaitFor([&] { return found.size() == 1; }, patience_ms));
    std::map<std::string, std::size_t> by_date;
    for (std::size_t n = 0; n < archives->studies().size(); ++n) by_date[archives->studies()[n].study_date] = n;
    ASSERT_EQ(by_date.size(), 2u);
    for (const auto& [date, study] : by_date)
    {
      const auto before = fetched.size();
      archives->fetch(study);
      ASSERT_TRUE(QTest::qWaitFor([&] { return fetched.size() > before; }, patience_ms)) << date;
      reader.session.add_images(fetched.back().front().toString());
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return reader.session.reading().reading().content().timepoints.size() == 2; }, patience_ms))
        << reader.messages();
  }

  void read_and_sign()
  {
    ASSERT_TRUE(reader.answer_questions());
    ASSERT_TRUE(reader.session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    for (const auto& [label, n] : {std::pair{baseline, 0}, std::pair{follow_up, 1}})
    {
      const auto truth = truth_of(phantom, static_cast<std::size_t>(n));
      ASSERT_TRUE(reader.measure(label, reader.session.images().key_of(label, truth.series), truth.line)) << reader.messages();
    }
    ASSERT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
    ASSERT_TRUE(reader.lock_and_sign()) << reader.messages();
  }

  ExportWish wish() const { return {{"dicom-sr", "dicom-seg", "dicom-pdf"}, in(place() / "export"), "main"}; }

  fs::path phantom = phantom_case("partial-response");
  Reader reader;
  std::unique_ptr<nadir::test::Archive> archive;
  std::unique_ptr<ArchiveModel> archives;
  std::unique_ptr<ExportModel> exports;
  std::vector<ArchiveDelivery> deliveries;
  std::size_t images = 0;
};
}  // namespace

TEST_F(ReadFromArchive, IsSignedExportedAndConfirmedByIt)
{
  ASSERT_NO_FATAL_FAILURE(open_both());
  ASSERT_NO_FATAL_FAILURE(read_and_sign());
  const auto delivery = sent([this] { exports->start(wish()); });
  EXPECT_GE(delivery.confirmed, 5) << "a report and a segmentation of each date, and the report on paper";
  EXPECT_EQ(delivery.open + delivery.refused, 0);
  EXPECT_EQ(archive->count(), images + static_cast<std::size_t>(delivery.confirmed));
}

TEST_F(ReadFromArchive, WaitsWhileItIsDownAndArrivesOnceAfterwards)
{
  ASSERT_NO_FATAL_FAILURE(open_both());
  ASSERT_NO_FATAL_FAILURE(read_and_sign());
  archive->kill();
  const auto delivery = sent([this] { exports->start(wish()); });
  EXPECT_EQ(delivery.confirmed, 0) << "nothing is called sent";
  EXPECT_GE(delivery.open, 5);
  ASSERT_TRUE(QTest::qWaitFor([&] { return archives->not_arrived("main") == delivery.open; }, patience_ms));
  archive->start();
  const auto arrivals = archive->arrivals();
  const auto again = sent([this] { archives->send_again("main"); });
  EXPECT_EQ(again.confirmed, delivery.open);
  EXPECT_EQ(archive->arrivals(), arrivals + static_cast<std::size_t>(again.confirmed)) << "each once";
  EXPECT_EQ(archive->count(), images + static_cast<std::size_t>(again.confirmed));
  ASSERT_TRUE(QTest::qWaitFor([&] { return archives->not_arrived("main") == 0; }, patience_ms));
}
