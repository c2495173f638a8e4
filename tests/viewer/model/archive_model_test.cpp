#include "viewer/model/archive_model.h"

#include <gmock/gmock.h>

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <filesystem>
#include <fstream>
#include <memory>
#include <utility>

#include "tests/report/transport/archive.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"
#include "viewer/model/archive_entry.h"

using namespace nadir::viewer;
namespace fs = std::filesystem;

namespace
{
constexpr int patience = 60'000;

nadir::report::DicomPeer node_at(const std::string& host, int port)
{
  nadir::report::DicomPeer node;
  node.host = host;
  node.port = port;
  node.timeout_seconds = 5;
  return node;
}

class Archives : public ::testing::Test
{
protected:
  QString list(const std::string& text)
  {
    std::ofstream(folder.path() / "archives.json") << text;
    return QString::fromStdString((folder.path() / "archives.json").string());
  }
  QString data() { return QString::fromStdString((folder.path() / "data").string()); }

  std::size_t files_in(const QString& where)
  {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(where.toStdString())) count += entry.path().extension() == ".dcm" ? 1u : 0u;
    return count;
  }

  nadir::testing::TemporaryFolder folder;
};
}  // namespace

TEST_F(Archives, TellAFaultOfTheListInsteadOfGuessing)
{
  ArchiveModel model(list(R"({"main": {"node": "pacs:104", "tsl": {}}})"), data());
  QSignalSpy messages(&model, &ArchiveModel::message);
  model.reload();
  EXPECT_TRUE(model.archives().isEmpty());
  ASSERT_EQ(messages.count(), 1);
  EXPECT_EQ(messages.front().front().value<Message>().kind, MessageKind::Failure);
}

TEST_F(Archives, TellWhenTheyAreNotReached)
{
  const int port = nadir::testing::free_port();
  ArchiveModel model(list("{\"main\": {\"node\": \"127.0.0.1:" + std::to_string(port) + "\", \"timeout\": 5}}"), data());
  QSignalSpy messages(&model, &ArchiveModel::message);
  model.search("main", {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return messages.count() == 1; }, patience));
  EXPECT_EQ(messages.front().front().value<Message>().code, "unreachable");
}

TEST_F(Archives, AreKeptAsTheyWereFilledIn)
{
  ArchiveModel model(data() + "/archives.json", data());
  ArchiveEntry entry;
  entry.name = "main";
  entry.address = "[::1]:2762";
  entry.called = "PACS";
  entry.trust = ArchiveTrust::Tls;
  EXPECT_FALSE(peer_of(entry)) << "TLS with nobody who is trusted";
  entry.authority = "/etc/ca.pem";
  const auto peer = peer_of(entry);
  ASSERT_TRUE(peer) << peer.failure().message();
  const auto kept = model.keep({*peer});
  ASSERT_TRUE(kept) << kept.failure().message();
  ASSERT_EQ(ArchiveModel(data() + "/archives.json", data()).archives(), QStringList{"main"});
  const auto shown = entry_of(model.peers().front());
  EXPECT_EQ(shown.address, "[::1]:2762");
  EXPECT_EQ(shown.called, "PACS");
  EXPECT_EQ(shown.calling, "NADIR");
  EXPECT_EQ(shown.authority, "/etc/ca.pem");
  EXPECT_EQ(shown.trust, ArchiveTrust::Tls);
}

TEST_F(Archives, AreNotFilledInWithNowhereToTurn)
{
  ArchiveEntry entry;
  EXPECT_FALSE(peer_of(entry)) << "no name";
  entry.name = "main";
  EXPECT_FALSE(peer_of(entry)) << "no address";
  entry.address = "pacs:104";
  EXPECT_TRUE(peer_of(entry));
  entry.called = "SEVENTEEN-LETTERS";
  EXPECT_FALSE(peer_of(entry)) << "PS3.5: 16 at most";
  entry.protocol = ArchiveProtocol::DicomWeb;
  EXPECT_FALSE(peer_of(entry)) << "no address";
  entry.url = "https://pacs.example/dicom-web";
  EXPECT_TRUE(peer_of(entry));
}

TEST_F(Archives, LeaveAListThatNobodyCanReadAlone)
{
  const auto path = list("{ \"main\": ");
  ArchiveModel model(path, data());
  EXPECT_FALSE(model.keep({{"other", node_at("pacs", 104)}}));
  std::ifstream file(path.toStdString());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "{ \"main\": ");
}

TEST_F(Archives, TellWhetherOneAnswersBeforeItIsKept)
{
  const int port = nadir::testing::free_port();
  ArchiveModel model(data() + "/archives.json", data());
  QSignalSpy tried(&model, &ArchiveModel::tried_out);
  model.try_out({"main", node_at("127.0.0.1", port)});
  ASSERT_TRUE(QTest::qWaitFor([&] { return tried.count() == 1; }, patience));
  EXPECT_EQ(tried.front().front().value<Message>().code, "unreachable");
  if (!nadir::test::Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl or socat is not installed";
  nadir::test::Archive archive;
  model.try_out({"main", archive.peer()});
  ASSERT_TRUE(QTest::qWaitFor([&] { return tried.count() == 2; }, patience));
  EXPECT_EQ(tried.back().front().value<Message>().kind, MessageKind::Note) << tried.back().front().value<Message>().text.toStdString();
}

/// An address that never answers (RFC 5737): the job is under way until it is stopped.
TEST_F(Archives, SayWhatWasStopped)
{
  ArchiveModel model(list(R"({"main": {"node": "192.0.2.1:104", "timeout": 60}})"), data());
  QSignalSpy messages(&model, &ArchiveModel::message);
  model.search("main", {});
  model.send("main", {});
  model.cancel();
  ASSERT_EQ(messages.count(), 1);
  const auto told = messages.front().front().value<Message>();
  EXPECT_EQ(told.kind, MessageKind::Note);
  EXPECT_TRUE(told.text.contains("searching main; sending to main")) << told.text.toStdString();
  model.cancel();
  EXPECT_EQ(messages.count(), 1) << "nothing was under way";
}

// A real Orthanc on the loopback.
TEST_F(Archives, AreSentToSearchedAndFetchedFrom)
{
  if (!nadir::test::Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl or socat is not installed";
  nadir::test::Archive archive;
  nadir::test::write_series(folder.path() / "results", 4);
  const auto peer = archive.peer();
  ArchiveModel model(list("{\"main\": {\"node\": \"" + peer.host + ":" + std::to_string(peer.port) + "\", \"called\": \"ORTHANC\"}}"),
                     data());
  ASSERT_EQ(model.archives(), QStringList{"main"});
  QSignalSpy delivered(&model, &ArchiveModel::delivered), fetched(&model, &ArchiveModel::fetched),
      found(&model, &ArchiveModel::studies_changed);
  model.send("main", {QString::fromStdString((folder.path() / "results").string())});
  ASSERT_TRUE(QTest::qWaitFor([&] { return delivered.count() == 1; }, patience));
  EXPECT_EQ(delivered.front().front().value<ArchiveDelivery>().confirmed, 4);
  EXPECT_EQ(delivered.front().front().value<ArchiveDelivery>().outcomes.size(), 4u);
  EXPECT_EQ(archive.count(), 4u);
  model.search("main", {"PAT-1", {}, {}, {}});
  ASSERT_TRUE(QTest::qWaitFor([&] { return found.count() == 1; }, patience));
  ASSERT_EQ(model.studies().size(), 1u);
  model.fetch(0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return fetched.count() == 1; }, patience));
  EXPECT_EQ(files_in(fetched.front().front().toString()), 4u);
}

// The archive dies while objects are under way: nothing is called sent that it has not confirmed, and the rest goes when it is there again.
TEST_F(Archives, TakeAgainWhatDidNotArriveWhenTheyDied)
{
  if (!nadir::test::Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl or socat is not installed";
  constexpr int objects = 400;
  nadir::test::Archive archive;
  nadir::test::write_series(folder.path() / "results", objects);
  const auto peer = archive.peer();
  ArchiveModel model(
      list("{\"main\": {\"node\": \"" + peer.host + ":" + std::to_string(peer.port) + "\", \"called\": \"ORTHANC\", \"timeout\": 5}}"),
      data());
  QSignalSpy delivered(&model, &ArchiveModel::delivered);
  const auto killed = std::make_shared<bool>(false);
  QObject::connect(&model, &ArchiveModel::progress, &model,
                   [&archive, killed](const QString&, int done, int)
                   {
                     if (done < 1 || std::exchange(*killed, true)) return;
                     archive.kill();
                   });
  model.send("main", {QString::fromStdString((folder.path() / "results").string())});
  ASSERT_TRUE(QTest::qWaitFor([&] { return delivered.count() == 1; }, patience));
  const auto first = delivered.front().front().value<ArchiveDelivery>();
  ASSERT_TRUE(*killed);
  EXPECT_GT(first.confirmed, 0);
  EXPECT_GT(first.open, 0) << "it was killed before the end";
  EXPECT_EQ(first.confirmed + first.open, objects);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.not_arrived("main") == first.open; }, patience)) << model.not_arrived("main");
  archive.start();
  EXPECT_GE(archive.count(), static_cast<std::size_t>(first.confirmed)) << "what was called confirmed is there";
  model.send_again("main");
  ASSERT_TRUE(QTest::qWaitFor([&] { return delivered.count() == 2; }, patience));
  const auto second = delivered.back().front().value<ArchiveDelivery>();
  EXPECT_EQ(second.confirmed, first.open);
  EXPECT_EQ(archive.count(), static_cast<std::size_t>(objects));
  ASSERT_TRUE(QTest::qWaitFor([&] { return model.not_arrived("main") == 0; }, patience));
}

TEST_F(Archives, KnowWhatWaitsFromTheDayBefore)
{
  const int port = nadir::testing::free_port();
  const QString file = list("{\"main\": {\"node\": \"127.0.0.1:" + std::to_string(port) + "\", \"timeout\": 2}}");
  nadir::test::write_series(folder.path() / "results", 3);
  {
    ArchiveModel model(file, data());
    QSignalSpy delivered(&model, &ArchiveModel::delivered);
    model.send("main", {QString::fromStdString((folder.path() / "results").string())});
    ASSERT_TRUE(QTest::qWaitFor([&] { return delivered.count() == 1; }, patience));
    EXPECT_EQ(delivered.front().front().value<ArchiveDelivery>().open, 3);
  }
  ArchiveModel next_day(file, data());
  ASSERT_TRUE(QTest::qWaitFor([&] { return next_day.not_arrived("main") == 3; }, patience));
  EXPECT_FALSE(next_day.is_busy()) << "looking is not sending";
}

TEST_F(Archives, MakeNoQueueByLookingForOne)
{
  ArchiveModel model(list(R"({"main": {"node": "127.0.0.1:1", "timeout": 2}})"), data());
  QSignalSpy looked(&model, &ArchiveModel::not_arrived_changed);
  ASSERT_TRUE(QTest::qWaitFor([&] { return looked.count() == 1; }, patience));
  EXPECT_FALSE(fs::exists((data() + "/queue").toStdString()));
}
