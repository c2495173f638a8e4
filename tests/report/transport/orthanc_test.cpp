// Against a real Orthanc on the loopback.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "report/transport/deliver.h"
#include "report/transport/dimse_echo.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/dimse_query.h"
#include "report/transport/dimse_sender.h"
#include "report/transport/transport_error.h"
#include "report/transport/web_fetch.h"
#include "report/transport/web_sender.h"
#include "tests/report/transport/archive.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/run_program.h"

using namespace nadir;
using namespace nadir::report;
using test::Archive;
using test::Secured;
using ::testing::SizeIs;

namespace
{
#define NEEDS_ORTHANC()                                                                                                                    \
  if (!Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl, socat or curl is not installed"

std::vector<OutgoingObject> objects_in(const std::filesystem::path& folder, int count, const test::SmallObject& object = {})
{
  std::vector<OutgoingObject> objects;
  for (const auto& file : test::write_series(folder, count, object)) objects.push_back(*read_outgoing(file));
  return objects;
}

std::size_t confirmed(const std::vector<Outcome>& outcomes)
{
  return static_cast<std::size_t>(
      std::count_if(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.delivery == Delivery::Confirmed; }));
}

Result<std::vector<Outcome>> delivered(const std::filesystem::path& queue_folder, Sender& sender,
                                       const std::vector<OutgoingObject>& objects)
{
  auto queue = *SendQueue::open(queue_folder);
  for (const auto& object : objects)
    if (const auto added = queue.add(object, "archive"); !added) return added.failure();
  return deliver(queue, "archive", sender, {2, 0.1, true, {}, {}});
}

FetchRequest request() { return {test::SmallObject{}.patient_id, test::SmallObject{}.study, ""}; }

/// The failure of a first hello.
Failure greeting(const DicomPeer& peer, const std::vector<OutgoingObject>& objects)
{
  DimseSender sender(peer);
  const auto begun = sender.begin(objects);
  return begun ? Failure(TransportError::PeerFailed, "it went through") : begun.failure();
}
}  // namespace

TEST(Orthanc, AnswersAnEchoOfWhomItKnows)
{
  NEEDS_ORTHANC();
  Archive archive, secured(Secured::Yes);
  const auto plain = echo(archive.peer());
  EXPECT_TRUE(plain) << plain.failure().message();
  const auto by_tls = echo(secured.peer());
  EXPECT_TRUE(by_tls) << by_tls.failure().message();
  const auto by_web = echo(archive.https_peer());
  EXPECT_TRUE(by_web) << by_web.failure().message();
  auto stranger = secured.peer();
  stranger.tls->certificate.clear();
  stranger.tls->key.clear();
  EXPECT_FALSE(echo(stranger)) << "the archive asks for our certificate";
  auto misled = secured.peer();
  misled.tls->authorities = secured.file("other.crt");
  EXPECT_TRUE(echo(misled).failure().is(TransportError::TlsFailed));
  auto elsewhere = archive.web_peer();
  elsewhere.url += "/nothing/here";
  EXPECT_TRUE(echo(elsewhere).failure().is(TransportError::PeerFailed));
  auto gone = archive.peer();
  archive.kill();
  EXPECT_TRUE(echo(gone).failure().is(TransportError::Unreachable));
}

TEST(Orthanc, StoresFindsAndGivesBackByDimse)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  DimseSender sender(archive.peer());
  const auto outcomes = delivered(folder.path() / "queue", sender, objects_in(folder.path() / "series", 7));
  ASSERT_TRUE(outcomes) << outcomes.failure().message();
  EXPECT_EQ(confirmed(*outcomes), 7u);
  EXPECT_EQ(archive.count(), 7u);
  Query query;
  query.level = QueryLevel::Series;
  query.patient_id = "PAT-1";
  const auto series = find(archive.peer(), query);
  ASSERT_TRUE(series) << series.failure().message();
  ASSERT_THAT(*series, SizeIs(1));
  EXPECT_EQ(series->front().modality, "MR");
  EXPECT_EQ(series->front().series_instance, test::SmallObject{}.series);
  const auto got = get(archive.peer(), request(), folder.path() / "got");
  ASSERT_TRUE(got) << got.failure().message();
  EXPECT_TRUE(got->is_whole());
  EXPECT_THAT(got->files, SizeIs(7));
  const auto moved = move(archive.peer(), request(), folder.path() / "moved", archive.move_port());
  ASSERT_TRUE(moved) << moved.failure().message();
  EXPECT_TRUE(moved->is_whole());
  EXPECT_THAT(moved->files, SizeIs(7));
}

TEST(Orthanc, StoresFindsAndGivesBackByDicomWebOverHttps)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  const WebPeer peer = archive.https_peer();
  WebSender sender(peer);
  const auto outcomes = delivered(folder.path() / "queue", sender, objects_in(folder.path() / "series", 5));
  ASSERT_TRUE(outcomes) << outcomes.failure().message();
  EXPECT_EQ(confirmed(*outcomes), 5u);
  Query query;
  query.patient_id = "PAT-1";
  const auto studies = find(peer, query);
  ASSERT_TRUE(studies) << studies.failure().message();
  ASSERT_THAT(*studies, SizeIs(1));
  EXPECT_EQ(studies->front().study_instance, test::SmallObject{}.study);
  const auto got = get(peer, request(), folder.path() / "got");
  ASSERT_TRUE(got) << got.failure().message();
  EXPECT_THAT(got->files, SizeIs(5));
}

TEST(Orthanc, GetsNothingOfAnotherPatient)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  DimseSender sender(archive.peer());
  auto objects = objects_in(folder.path() / "ours", 2);
  test::SmallObject foreign;
  foreign.patient_id = "PAT-2";
  foreign.series += ".2";
  for (const auto& object : objects_in(folder.path() / "foreign", 2, foreign)) objects.push_back(object);
  ASSERT_EQ(confirmed(*delivered(folder.path() / "queue", sender, objects)), 4u);
  // Orthanc files by patient and study; the foreign series lies in a study of the same UID.
  const auto got = get(archive.peer(), request(), folder.path() / "got");
  ASSERT_TRUE(got) << got.failure().message();
  EXPECT_LE(got->files.size(), 2u);
  for (const auto& file : got->files) EXPECT_EQ(read_outgoing(file)->sop_instance.find(foreign.series + "."), std::string::npos);
  const auto by_web = get(archive.web_peer(), request(), folder.path() / "web");
  if (by_web)
  {
    for (const auto& file : by_web->files) EXPECT_EQ(read_outgoing(file)->sop_instance.find(foreign.series + "."), std::string::npos);
  }
  FetchRequest other = request();
  other.patient_id = "PAT-3";
  const auto none = get(archive.peer(), other, folder.path() / "none");
  ASSERT_TRUE(none);
  EXPECT_FALSE(none->is_whole());
  EXPECT_TRUE(none->files.empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder.path() / "none"));
}

TEST(Orthanc, TakesTlsOnlyFromAndToWhomItShould)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive(Secured::Yes);
  const auto objects = objects_in(folder.path() / "series", 2);
  DimseSender good(archive.peer());
  ASSERT_EQ(confirmed(*delivered(folder.path() / "queue", good, objects)), 2u);
  const auto with = [&](const auto& change)
  {
    DicomPeer peer = archive.peer();
    change(peer);
    return greeting(peer, objects);
  };
  EXPECT_TRUE(with([&](DicomPeer& peer) { peer.tls->authorities = archive.file("other.crt"); }).is(TransportError::TlsFailed));
  EXPECT_TRUE(with([&](DicomPeer& peer) { peer.host = "127.0.0.1"; }).is(TransportError::TlsFailed));  // the certificate is for "localhost"
  EXPECT_TRUE(with([&](DicomPeer& peer) { peer.tls->authorities = ""; }).is(TransportError::SettingInvalid));
  EXPECT_TRUE(with([&](DicomPeer& peer) { peer.tls->certificate = archive.file("client.crt"), peer.tls->key = archive.file("other.key"); })
                  .is(TransportError::SettingInvalid));
  EXPECT_TRUE(with([&](DicomPeer& peer) { peer.tls->pinned_sha256 = std::string(64, 'a'); }).is(TransportError::TlsFailed));
  // Refused by the archive, in its own way.
  EXPECT_FALSE(with([&](DicomPeer& peer) { peer.tls->certificate = peer.tls->key = ""; }).is(TransportError::PeerFailed));
  EXPECT_FALSE(with([&](DicomPeer& peer) { peer.tls->certificate = archive.file("other.crt"), peer.tls->key = archive.file("other.key"); })
                   .is(TransportError::PeerFailed));
  EXPECT_FALSE(with([&](DicomPeer& peer) { peer.tls.reset(); }).is(TransportError::PeerFailed));
  EXPECT_EQ(archive.count(), 2u);
}

// The archive calls back over TLS, with the certificate that it is trusted by; one that is not is not listened to.
TEST(Orthanc, DeliversOverTlsToWhomItIsTrusted)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive(Secured::Yes);
  DimseSender sender(archive.peer());
  ASSERT_EQ(confirmed(*delivered(folder.path() / "queue", sender, objects_in(folder.path() / "series", 5))), 5u);
  std::size_t told = 0;
  auto wanted = request();
  wanted.progress = [&](std::size_t came, std::size_t) { return told = came, true; };
  const auto moved = move(archive.peer(), wanted, folder.path() / "moved", archive.move_port());
  ASSERT_TRUE(moved) << moved.failure().message();
  EXPECT_TRUE(moved->is_whole());
  EXPECT_THAT(moved->files, SizeIs(5));
  EXPECT_GT(told, 0u);
  auto bare = archive.peer();
  bare.tls->certificate = bare.tls->key = "";
  EXPECT_TRUE(move(bare, request(), folder.path() / "bare", archive.move_port()).failure().is(TransportError::SettingInvalid));
  // We show a certificate that the archive does not trust: it does not deliver, and that is told.
  auto stranger = archive.peer();
  stranger.tls->certificate = archive.file("other.crt"), stranger.tls->key = archive.file("other.key");
  EXPECT_FALSE(move(stranger, request(), folder.path() / "stranger", archive.move_port()));
}

TEST(Orthanc, IsLeftByAPersonWhileItDelivers)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  DimseSender sender(archive.peer());
  ASSERT_EQ(confirmed(*delivered(folder.path() / "queue", sender, objects_in(folder.path() / "series", 2))), 2u);
  auto stopping = request();
  stopping.progress = [](std::size_t, std::size_t) { return false; };
  const auto stopped = move(archive.peer(), stopping, folder.path() / "stopped", archive.move_port());
  ASSERT_FALSE(stopped);
  EXPECT_TRUE(stopped.failure().is(TransportError::Cancelled));
}

TEST(Orthanc, IsKnownByItsPinnedCertificateUnderAnyName)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive(Secured::Yes);
  const auto print = nadir::testing::run_system_program(
      "openssl", {"x509", "-in", archive.file("server.crt").string(), "-noout", "-fingerprint", "-sha256"});
  std::string pin = print.out.substr(print.out.find('=') + 1);
  pin.erase(pin.find_last_not_of('\n') + 1);
  DicomPeer peer = archive.peer();
  peer.host = "127.0.0.1";
  peer.tls->authorities = "";
  peer.tls->pinned_sha256 = pin;
  DimseSender sender(peer);
  EXPECT_TRUE(sender.begin(objects_in(folder.path() / "series", 1)));
}

TEST(Orthanc, IsNotSpokenToOverHttpsWithTheWrongAuthorityOrName)
{
  NEEDS_ORTHANC();
  Archive archive;
  WebPeer peer = archive.https_peer();
  EXPECT_TRUE(find(peer, {}));
  WebPeer other = peer;
  other.tls->authorities = archive.file("other.crt");
  EXPECT_TRUE(find(other, {}).failure().is(TransportError::TlsFailed));
  other = peer;
  other.tls.reset();
  EXPECT_TRUE(find(other, {}).failure().is(TransportError::TlsFailed));
  other = peer;
  other.url.replace(other.url.find("localhost"), 9, "127.0.0.1");
  EXPECT_TRUE(find(other, {}).failure().is(TransportError::TlsFailed));
  other = peer;
  other.url = "http://archive.example/dicom-web";
  EXPECT_TRUE(find(other, {}).failure().is(TransportError::SettingInvalid));
}

// The archive dies twice while 200 objects are on their way; each arrives, none twice, and every confirmed one is there.
TEST(Orthanc, GetsAllOf200ObjectsOnceAlsoWhenItIsKilledInBetween)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  const auto objects = objects_in(folder.path() / "series", 200);
  std::jthread trouble(
      [&]
      {
        for (const std::size_t after : {std::size_t{40}, std::size_t{120}})
        {
          while (archive.count() < after) std::this_thread::sleep_for(std::chrono::milliseconds(200));
          archive.kill();
          std::this_thread::sleep_for(std::chrono::milliseconds(300));
          archive.start();
        }
      });
  auto queue = *SendQueue::open(folder.path() / "queue");
  for (const auto& object : objects) ASSERT_TRUE(queue.add(object, "archive"));
  DimseSender sender(archive.peer());
  const auto outcomes =
      deliver(queue, "archive", sender, {60, 0.5, false, [](double) { std::this_thread::sleep_for(std::chrono::milliseconds(500)); }, {}});
  trouble.join();
  ASSERT_TRUE(outcomes) << outcomes.failure().message();
  EXPECT_EQ(confirmed(*outcomes), 200u);
  EXPECT_EQ(archive.count(), 200u);
  EXPECT_EQ(archive.arrivals(), 200u);
}

TEST(Orthanc, IsAskedHelpfullyWhenItsTitleIsWrong)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  DicomPeer peer = archive.peer();
  peer.called_title = "SOMEBODY";
  const auto failure = greeting(peer, objects_in(folder.path() / "series", 1));
  EXPECT_TRUE(failure.is(TransportError::Rejected));
  EXPECT_THAT(failure.message(), ::testing::HasSubstr("it is not called SOMEBODY"));
}

// A person stops a delivery; what is not through stays in the queue.
TEST(Orthanc, KeepsTheRestOfAStoppedDeliveryInTheQueue)
{
  NEEDS_ORTHANC();
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  auto queue = *SendQueue::open(folder.path() / "queue");
  for (const auto& object : objects_in(folder.path() / "series", 9)) ASSERT_TRUE(queue.add(object, "archive"));
  DimseSender sender(archive.peer());
  const auto outcomes = deliver(queue, "archive", sender, {3, 0.1, false, {}, [](std::size_t done, std::size_t) { return done < 4; }});
  ASSERT_TRUE(outcomes);
  EXPECT_EQ(confirmed(*outcomes), 4u);
  EXPECT_EQ(archive.count(), 4u);
  EXPECT_THAT(*queue.open_objects("archive"), SizeIs(5));
}
