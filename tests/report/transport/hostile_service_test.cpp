// A DICOMweb service that lies, floods, hangs and breaks off.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "imaging/units/number_text.h"
#include "report/transport/multipart.h"
#include "report/transport/outgoing_object.h"
#include "report/transport/transport_error.h"
#include "report/transport/web_fetch.h"
#include "report/transport/web_sender.h"
#include "tests/report/transport/hostile_peer.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::report;
using namespace nadir::test;
using ::testing::HasSubstr;
using ::testing::SizeIs;

namespace
{
using Clock = std::chrono::steady_clock;
const std::string multipart = "multipart/related; type=\"application/dicom\"; boundary=b";
const std::string next_part =
    "--b\r\nContent-Type: application/dicom\r\nContent-Disposition: attachment; filename=\"../../../../tmp/evil\"\r\n\r\n";

std::string head(const std::string& type, const std::string& length = "")
{
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + length + "\r\n";
}

class HostileService : public ::testing::Test
{
protected:
  WebPeer peer_of(const HostilePeer& server, int timeout = 2) const
  {
    return {"http://127.0.0.1:" + std::to_string(server.port()) + "/dicom-web", {}, timeout};
  }
  FetchRequest request() const { return {SmallObject{}.patient_id, SmallObject{}.study, ""}; }
  std::filesystem::path got() const { return folder.path() / "got"; }

  std::size_t files() const
  {
    std::size_t count = 0;
    std::error_code problem;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(got(), problem)) ++count;
    return count;
  }

  std::string object(const std::string& patient, const std::string& last) const
  {
    SmallObject small;
    small.patient_id = patient;
    small.instance = small.series + "." + last;
    const auto file = folder.path() / "object.dcm";
    write_object(file, small);
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
  }

  /// What a fetch becomes when the service answers so, and then ends the connection.
  Result<Fetched> fetched(const std::string& answer, const FetchRequest& wanted) const
  {
    const HostilePeer server([&](const PeerSocket& client) { client.receive_request(), client.send(answer); });
    return get(peer_of(server), wanted, got());
  }

  nadir::testing::TemporaryFolder folder;
};

/// Most memory that this process had, KiB.
long peak_memory()
{
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:"))
      return static_cast<long>(
          parse_integer(line.substr(6, line.find("kB") - 6).substr(line.substr(6).find_first_not_of(" \t"), 20)).value_or(0));
  return 0;
}
}  // namespace

TEST_F(HostileService, GivesWhatCameWholeWhenItBreaksOff)
{
  const std::string answer = head(multipart) + next_part + object("PAT-1", "1") + "\r\n" + next_part + object("PAT-1", "2").substr(0, 300);
  const auto result = fetched(answer, request());
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.failure().is(TransportError::Unreachable));
  EXPECT_THAT(result.failure().message(), HasSubstr("after 1 objects"));
  EXPECT_EQ(files(), 1u);
}

TEST_F(HostileService, GivesNothingOfAnotherPatientAndNoPath)
{
  const auto result =
      fetched(head(multipart) + next_part + object("PAT-2", "1") + "\r\n" + next_part + object("PAT-1", "2") + "\r\n--b--\r\n", request());
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_THAT(result->files, SizeIs(1));
  EXPECT_THAT(result->refusals, SizeIs(1));
  EXPECT_EQ(result->files.front(), got() / "000001.dcm");
  EXPECT_FALSE(std::filesystem::exists("/tmp/evil"));
}

TEST_F(HostileService, CannotFillTheDiskByAnObjectOrByObjectsWithoutEnd)
{
  const auto part = next_part + object("PAT-2", "1") + "\r\n";
  for (const bool is_one : {true, false})
  {
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          client.receive_request();
          client.send(head(multipart) + next_part);
          while (client.send(is_one ? std::string(65536, '\0') : "x\r\n" + part))
          {
          }
        });
    auto limited = request();
    limited.limits.object_bytes = 3 << 20;
    limited.limits.objects = 40;
    const auto result = get(peer_of(server), limited, got());
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.failure().is(TransportError::PeerFailed)) << result.failure().message();
    EXPECT_EQ(files(), 0u);
  }
}

// 192 MiB in one object: it goes to the disk as it comes.
TEST_F(HostileService, IsHeardWithoutHoldingItsAnswerInMemory)
{
  const HostilePeer server(
      [&](const PeerSocket& client)
      {
        client.receive_request();
        client.send(head(multipart) + next_part);
        const std::string piece(std::size_t{1} << 20, 'x');
        for (int k = 0; k < 192 && client.send(piece); ++k)
        {
        }
        client.send("\r\n--b--\r\n");
      });
  const long before = peak_memory();
  const auto result = get(peer_of(server, 20), request(), got());
  ASSERT_TRUE(result) << result.failure().message();
  EXPECT_THAT(result->refusals, SizeIs(1));
  EXPECT_LT(peak_memory() - before, 64 * 1024);
}

TEST_F(HostileService, IsNotWaitedForWhenItHangs)
{
  for (const std::string& start : {std::string(), std::string("HTTP/1.1 200 OK\r\n"), head(multipart, "Content-Length: 99999999999\r\n"),
                                   head(multipart) + next_part + "DICM"})
  {
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          client.receive_request();
          client.send(start);
          client.wait_for_end();
        });
    const auto begun = Clock::now();
    const auto result = get(peer_of(server), request(), got());
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.failure().is(TransportError::Unreachable)) << result.failure().message();
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(15));
    EXPECT_EQ(files(), 0u);
  }
}

TEST_F(HostileService, IsLeftByAPersonWhileItHangs)
{
  const HostilePeer server([](const PeerSocket& client) { client.receive_request(), client.wait_for_end(); });
  auto stopping = request();
  const auto begun = Clock::now();
  stopping.progress = [&](std::size_t, std::size_t) { return Clock::now() - begun < std::chrono::seconds(1); };
  const auto result = get(peer_of(server, 60), stopping, got());
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.failure().is(TransportError::Cancelled));
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(10));
}

TEST_F(HostileService, IsNotBelievedWhatItIsNot)
{
  for (const std::string& answer :
       {std::string("\0\1\2\3 garbage", 12), head("text/html") + "<html>", head("multipart/related; type=\"application/dicom\"") + "--b--",
        head(multipart) + "--bxx" + next_part, head(multipart) + "--b\r\n" + std::string(200000, 'h'),
        std::string("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n"),
        std::string("HTTP/1.1 500 Sorry\r\nContent-Length: 4\r\n\r\nboom"), head(multipart) + "--b--\r\n",
        std::string("HTTP/1.1 204 No Content\r\n\r\n")})
  {
    EXPECT_FALSE(fetched(answer, request())) << answer.substr(0, 60);
    EXPECT_EQ(files(), 0u);
  }
}

TEST_F(HostileService, CannotEndTheProgramByAnAnswerToAQuery)
{
  const std::string deep = head("application/dicom+json") + std::string(1000000, '[');
  for (const std::string& answer :
       {deep, head("application/dicom+json") + "[{\"00100020\":", head("application/dicom+json", "Content-Length: -1\r\n") + "[]"})
  {
    const HostilePeer server([&](const PeerSocket& client) { client.receive_request(), client.send(answer); });
    const auto found = find(peer_of(server), {});
    EXPECT_TRUE(!found || found->empty());
  }
}

TEST_F(HostileService, CannotHoldAQueryByAnAnswerWithoutEnd)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        client.receive_request();
        client.send(head("application/dicom+json"));
        const std::string blanks(std::size_t{1} << 20, ' ');
        while (client.send(blanks))
        {
        }
      });
  const auto found = find(peer_of(server), {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(TransportError::PeerFailed) || found.failure().is(TransportError::Unreachable))
      << found.failure().message();
}

// Status 200, and a list that names another instance.
TEST_F(HostileService, ConfirmsOnlyTheObjectThatItNames)
{
  const auto object = *read_outgoing(write_series(folder.path() / "series", 1).front());
  const auto stored = [](const std::string& uid)
  { return R"({"00081199":{"vr":"SQ","Value":[{"00081155":{"vr":"UI","Value":[")" + uid + "\"]}}]}}"; };
  for (const auto& [uid, expected] : {std::pair{object.sop_instance, Delivery::Confirmed}, {std::string("1.2.3.4"), Delivery::Open}})
  {
    const HostilePeer server(
        [&, body = stored(uid)](const PeerSocket& client)
        {
          client.receive_request();
          client.send(head("application/dicom+json", "Content-Length: " + std::to_string(body.size()) + "\r\n") + body);
        });
    WebSender sender(peer_of(server));
    EXPECT_EQ(sender.send(object).delivery, expected);
  }
}
