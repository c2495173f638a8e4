// An archive that lies, floods, hangs and breaks off: every fetch, query and sending ends in time, in words, with nothing left behind.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <random>

#include "imaging/gate/dicom_file.h"
#include "report/transport/deliver.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/dimse_query.h"
#include "report/transport/dimse_sender.h"
#include "report/transport/transport_error.h"
#include "tests/report/transport/hostile_dicom.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::report;
using namespace nadir::test;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace
{
using Clock = std::chrono::steady_clock;
constexpr std::uint16_t find_answer = 0x8020, get_answer = 0x8010, store_request = 0x0001, store_answer = 0x8001, pending = 0xFF00;

class HostileArchive : public ::testing::Test
{
protected:
  DicomPeer peer_of(const HostilePeer& server, int timeout = 2) const { return {"127.0.0.1", server.port(), "PACS", "NADIR", {}, timeout}; }
  FetchRequest request() const { return {SmallObject{}.patient_id, SmallObject{}.study, ""}; }
  std::filesystem::path got() const { return folder.path() / "got"; }

  std::size_t files() const
  {
    std::size_t count = 0;
    std::error_code problem;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(got(), problem)) ++count;
    return count;
  }

  /// The data set of a small image in Explicit VR Little Endian, without preamble and meta information.
  std::string data_set(SmallObject object) const
  {
    const auto file = folder.path() / "object.dcm";
    write_object(file, object);
    const auto opened = imaging::DicomFile::open(file);
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {}).substr(opened->data_set_offset());
  }

  Failure failure_of(const Result<Fetched>& result) const
  {
    return result ? Failure(TransportError::ObjectInvalid, "it went through") : result.failure();
  }

  nadir::testing::TemporaryFolder folder;
};

std::string nested(int depth)
{
  std::string bytes;
  for (int k = 0; k < depth; ++k)
    bytes += std::string("\x08\0\x40\x11SQ\0\0\xFF\xFF\xFF\xFF", 12) + std::string("\xFE\xFF\0\xE0\xFF\xFF\xFF\xFF", 8);
  return bytes;
}

unsigned char storage_context(unsigned char control) { return static_cast<unsigned char>(control + 2); }

/// One to four bytes are others, gone, or repeated.
std::string changed(std::string bytes, std::mt19937& random)
{
  for (unsigned k = 0; k <= random() % 4; ++k)
  {
    const std::size_t at = random() % bytes.size(), count = 1 + random() % 9;
    switch (random() % 4)
    {
    case 0: bytes.erase(at, std::min(count, bytes.size() - 1)); break;
    case 1: bytes.insert(at, bytes.substr(random() % bytes.size(), count)); break;
    default: bytes[at] = static_cast<char>(random()); break;
    }
  }
  return bytes;
}
}  // namespace

// 40,000 sequences one in the other end a library that reads them by recursion.
TEST_F(HostileArchive, CannotEndTheProgramByAnAnswerThatIsNestedDeeply)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        const auto context = greet(client);
        client.send(message(context, Piece::LastCommand, bytes_of({find_answer, 1, pending, true})));
        client.send(message(context, Piece::LastData, nested(40000)));
        client.wait_for_end();
      });
  const auto found = find(peer_of(server), {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(TransportError::PeerFailed) || found.failure().is(TransportError::Unreachable))
      << found.failure().message();
}

TEST_F(HostileArchive, CannotFillTheMemoryByAnAnswerWithoutEnd)
{
  for (const auto piece : {Piece::Data, Piece::Command})
  {
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          const auto context = greet(client);
          if (piece == Piece::Data) client.send(message(context, Piece::LastCommand, bytes_of({find_answer, 1, pending, true})));
          while (client.send(message(context, piece, std::string(16000, 'x'))))
          {
          }
        });
    const auto begun = Clock::now();
    EXPECT_FALSE(find(peer_of(server), {}));
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(15));
  }
}

TEST_F(HostileArchive, CannotAnswerAQueryWithoutEnd)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        const auto context = greet(client);
        const std::string match = std::string("\x10\0\x20\0LO\x02\0P1", 10);
        while (client.send(message(context, Piece::LastCommand, bytes_of({find_answer, 1, pending, true})) +
                           message(context, Piece::LastData, match)))
        {
        }
      });
  const auto found = find(peer_of(server), {});
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.failure().is(TransportError::PeerFailed)) << found.failure().message();
}

// PDU and PDV lengths that do not fit each other, commands that are none, another context, an answer to another service.
TEST_F(HostileArchive, IsLeftWhenItsMessagesAreNone)
{
  const auto answer = bytes_of({find_answer, 1, 0, false});
  const std::vector<std::function<std::string(unsigned char)>> messages{
      [&](unsigned char) { return std::string("\x04\0\xFF\xFF\xFF\xF0", 6) + std::string(100, 'x'); },
      [&](unsigned char context) { return pdu(4, big_endian(0xFFFFFFF0, 4) + static_cast<char>(context) + '\3' + answer); },
      [&](unsigned char context) { return pdu(4, big_endian(0, 4) + static_cast<char>(context) + '\3' + answer); },
      [&](unsigned char context) { return pdu(4, big_endian(1, 4) + static_cast<char>(context)); },
      [&](unsigned char) { return pdu(4, ""); },
      [&](unsigned char) { return pdu(0x99, "what is this"); },
      [&](unsigned char context) { return message(context, Piece::LastCommand, std::string("\0\0\0\1\xFF\xFF\xFF\x7F\x20\x80", 10)); },
      [&](unsigned char context) { return message(context, Piece::LastCommand, "no command"); },
      [&](unsigned char context) { return message(context, Piece::LastCommand, ""); },
      [&](unsigned char context) { return message(context, Piece::LastData, answer); },
      [&](unsigned char context) {
        return message(context, Piece::LastCommand, bytes_of({get_answer, 1, 0, false}));
      },
      [&](unsigned char context)
      {
        return message(context, Piece::LastCommand, bytes_of({find_answer, 1, pending, true})) +
               message(storage_context(context), Piece::LastData, "x");
      },
  };
  for (std::size_t k = 0; k < messages.size(); ++k)
  {
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          const auto context = greet(client);
          client.send(messages[k](context));
          client.wait_for_end();
        });
    const auto begun = Clock::now();
    EXPECT_FALSE(find(peer_of(server), {})) << k;
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(15)) << k;
  }
}

// Answers to a query and objects, changed at random, after which the archive hangs up: what is taken is whole and of the patient.
TEST_F(HostileArchive, CannotEndTheProgramByMessagesChangedAtRandom)
{
  std::mt19937 random(13);
  SmallObject mine;
  mine.instance = mine.series + ".1";
  const auto object = data_set(mine);
  const std::string match = std::string("\x10\0\x20\0LO\x06\0PAT-1 ", 14);
  for (int k = 0; k < 300; ++k)
  {
    const bool is_query = k % 2 == 0;
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          const auto control = greet(client), context = is_query ? control : storage_context(control);
          WrittenCommand first{is_query ? find_answer : store_request, 1, is_query ? std::optional(pending) : std::nullopt, true};
          if (!is_query) first.sop_instance = mine.instance;
          client.send(
              changed(message(context, Piece::LastCommand, bytes_of(first)) + message(context, Piece::LastData, is_query ? match : object),
                      random));
          client.send(message(control, Piece::LastCommand, bytes_of({is_query ? find_answer : get_answer, 1, 0, false})));
        });
    if (is_query)
    {
      const auto found = find(peer_of(server, 1), {});
      EXPECT_TRUE(!found || found->size() <= 1u) << k;
    }
    else
    {
      const auto fetched = get(peer_of(server, 1), request(), got());
      EXPECT_TRUE(!fetched || fetched->files.size() <= 1u) << k;
    }
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(got(), problem))
    {
      const auto taken = imaging::DicomFile::open(entry.path());
      ASSERT_TRUE(taken) << k;
      EXPECT_EQ(taken->data().text({0x0010, 0x0020}), "PAT-1");
    }
    std::filesystem::remove_all(got(), problem);
  }
}

TEST_F(HostileArchive, IsNotWaitedForWhenItHangs)
{
  const std::vector<std::function<void(const PeerSocket&)>> hangs{
      [](const PeerSocket& client) { client.wait_for_end(); },
      [](const PeerSocket& client) { client.send("HTTP/1.1 400 Bad Request\r\n\r\n"), client.wait_for_end(); },
      [](const PeerSocket& client) { client.send(accepting(receive_message(client)).substr(0, 40)), client.wait_for_end(); },
      [](const PeerSocket& client) { greet(client), client.wait_for_end(); },
  };
  for (std::size_t k = 0; k < hangs.size(); ++k)
  {
    const HostilePeer server(hangs[k]);
    const auto begun = Clock::now();
    const auto failure = failure_of(get(peer_of(server), request(), got()));
    EXPECT_TRUE(failure.is(TransportError::Unreachable)) << k << ": " << failure.message();
    EXPECT_LT(Clock::now() - begun, std::chrono::seconds(15)) << k;
    EXPECT_EQ(files(), 0u);
  }
}

TEST_F(HostileArchive, IsLeftByAPersonWhileItHangs)
{
  const HostilePeer server([](const PeerSocket& client) { greet(client), client.wait_for_end(); });
  auto stopping = request();
  stopping.progress = [](std::size_t, std::size_t) { return false; };
  const auto begun = Clock::now();
  EXPECT_TRUE(failure_of(get(peer_of(server, 60), stopping, got())).is(TransportError::Cancelled));
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(10));
}

TEST_F(HostileArchive, IsNotBelievedThatItSentWhatNeverCame)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        const auto context = greet(client);
        WrittenCommand answer{get_answer, 1, 0, false};
        answer.completed = 200;
        client.send(message(context, Piece::LastCommand, bytes_of(answer)));
        client.wait_for_end();
      });
  const auto fetched = get(peer_of(server), request(), got());
  ASSERT_TRUE(fetched) << fetched.failure().message();
  EXPECT_FALSE(fetched->is_whole());
  EXPECT_EQ(fetched->missing, 200u);
}

TEST_F(HostileArchive, HasNothingWhenItSaysSuccessAndSendsNothing)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        client.send(message(greet(client), Piece::LastCommand, bytes_of({get_answer, 1, 0, false})));
        client.wait_for_end();
      });
  EXPECT_THAT(failure_of(get(peer_of(server), request(), got())).message(), HasSubstr("sent nothing"));
}

// Another patient's object, one whose request names another instance than its data, and one whose name is a path.
TEST_F(HostileArchive, PutsNothingOfAnotherPatientAndNoPathIntoTheFolder)
{
  SmallObject mine, foreign;
  mine.instance = mine.series + ".1";
  foreign.patient_id = "PAT-2";
  foreign.instance = foreign.series + ".2";
  const auto good = data_set(mine), other = data_set(foreign);
  const HostilePeer server(
      [&](const PeerSocket& client)
      {
        const auto control = greet(client);
        const auto context = storage_context(control);
        WrittenCommand store{store_request, 7, {}, true};
        for (const auto* bytes : {&other, &good})
        {
          store.sop_instance = "1.2.3";
          client.send(message(context, Piece::LastCommand, bytes_of(store)) + message(context, Piece::LastData, *bytes));
          receive_message(client);
        }
        store.sop_instance = "../../../../tmp/evil";
        client.send(message(context, Piece::LastCommand, bytes_of(store)) + message(context, Piece::LastData, good));
        client.wait_for_end();
      });
  EXPECT_FALSE(get(peer_of(server), request(), got()));
  EXPECT_LE(files(), 1u);
  EXPECT_FALSE(std::filesystem::exists("/tmp/evil"));
}

TEST_F(HostileArchive, CannotFillTheDiskByAnObjectWithoutEnd)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        const auto context = storage_context(greet(client));
        WrittenCommand store{store_request, 7, {}, true};
        store.sop_instance = "1.2.3";
        client.send(message(context, Piece::LastCommand, bytes_of(store)));
        while (client.send(message(context, Piece::Data, std::string(16000, '\0'))))
        {
        }
      });
  auto limited = request();
  limited.limits.object_bytes = 3 << 20;
  const auto failure = failure_of(get(peer_of(server), limited, got()));
  EXPECT_TRUE(failure.is(TransportError::PeerFailed)) << failure.message();
  EXPECT_EQ(files(), 0u);
}

TEST_F(HostileArchive, CannotDripAnObjectForEver)
{
  const HostilePeer server(
      [](const PeerSocket& client)
      {
        const auto context = storage_context(greet(client));
        WrittenCommand store{store_request, 7, {}, true};
        store.sop_instance = "1.2.3";
        client.send(message(context, Piece::LastCommand, bytes_of(store)));
        while (client.send(message(context, Piece::Data, "x"))) std::this_thread::sleep_for(std::chrono::milliseconds(300));
      });
  auto limited = request();
  limited.limits.object_seconds = 2;
  EXPECT_TRUE(failure_of(get(peer_of(server), limited, got())).is(TransportError::PeerFailed));
  EXPECT_EQ(files(), 0u);
}

// Success for another object, for another request, in another kind of answer, or none at all: nothing is called sent.
TEST_F(HostileArchive, ConfirmsOnlyTheObjectThatItNames)
{
  const auto object = *read_outgoing(write_series(folder.path() / "series", 1).front());
  const auto outcome_for = [&](const std::function<std::string(unsigned char)>& answer)
  {
    const HostilePeer server(
        [&](const PeerSocket& client)
        {
          client.send(answer(greet(client)));
          client.wait_for_end();
        });
    DimseSender sender(peer_of(server));
    if (!sender.begin({object})) return Outcome{"", Delivery::Open, "no connection"};
    return sender.send(object);
  };
  const auto answer = [](std::uint16_t field, std::uint16_t id, const std::string& instance)
  {
    WrittenCommand command{field, id, 0, false};
    command.sop_instance = instance;
    return [=](unsigned char context) { return message(context, Piece::LastCommand, bytes_of(command)); };
  };
  EXPECT_EQ(outcome_for(answer(store_answer, 1, object.sop_instance)).delivery, Delivery::Confirmed);
  EXPECT_EQ(outcome_for(answer(store_answer, 1, "1.2.3.4")).delivery, Delivery::Open);
  EXPECT_EQ(outcome_for(answer(store_answer, 77, object.sop_instance)).delivery, Delivery::Open);
  EXPECT_EQ(outcome_for(answer(find_answer, 1, object.sop_instance)).delivery, Delivery::Open);
  EXPECT_EQ(outcome_for([](unsigned char) { return std::string(); }).delivery, Delivery::Open);
}

// A person stops while the archive says nothing about an object: it stays in the queue and is asked for next time.
TEST_F(HostileArchive, KeepsTheObjectUnderwayInTheQueueWhenAPersonStops)
{
  const HostilePeer server([](const PeerSocket& client) { greet(client), client.wait_for_end(); });
  auto queue = *SendQueue::open(folder.path() / "queue");
  for (const auto& file : write_series(folder.path() / "series", 3)) ASSERT_TRUE(queue.add(*read_outgoing(file), "archive"));
  DimseSender sender(peer_of(server, 60));
  const auto begun = Clock::now();
  const auto outcomes =
      deliver(queue, "archive", sender,
              {3, 0.1, false, {}, [&](std::size_t, std::size_t) { return Clock::now() - begun < std::chrono::seconds(2); }});
  ASSERT_TRUE(outcomes);
  EXPECT_LT(Clock::now() - begun, std::chrono::seconds(15));
  for (const auto& outcome : *outcomes) EXPECT_EQ(outcome.delivery, Delivery::Open);
  const auto open = queue.open_objects("archive");
  ASSERT_THAT(*open, SizeIs(3));
  EXPECT_TRUE(open->front().was_underway);
}
