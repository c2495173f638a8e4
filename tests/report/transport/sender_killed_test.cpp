// Our own program is killed while it sends, and started again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tests/report/transport/archive.h"
#include "tests/report/transport/hostile_dicom.h"
#include "tests/report/transport/small_objects.h"
#include "tests/support/background_program.h"
#include "tests/support/run_program.h"

using namespace nadir;
using test::Archive;

TEST(SendCommand, SendsEachOf200ObjectsOnceThoughItIsKilledInBetween)
{
  if (!Archive::is_installed()) GTEST_SKIP() << "Orthanc with its DICOMweb plugin, openssl or socat is not installed";
  const nadir::testing::TemporaryFolder folder;
  Archive archive;
  test::write_series(folder.path() / "series", 200);
  const std::string program = (nadir::testing::programs_folder() / "nadir").string(), queue = (folder.path() / "queue").string();
  const auto peer = archive.peer();
  const std::vector<std::string> to{"--queue", queue, "--node", peer.host + ":" + std::to_string(peer.port), "--called", peer.called_title};
  std::vector<std::string> command{program, "send", (folder.path() / "series").string()};
  command.insert(command.end(), to.begin(), to.end());
  for (const std::size_t after : {std::size_t{20}, std::size_t{90}})
  {
    nadir::testing::BackgroundProgram sender(command, folder.path() / "log");
    while (archive.count() < after && sender.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    sender.end(SIGKILL);
  }
  EXPECT_LT(archive.count(), 200u) << "it was through before it was killed";
  std::vector<std::string> again{"send"};
  again.insert(again.end(), to.begin(), to.end());
  const auto resumed = nadir::testing::run_program("nadir", again);
  EXPECT_EQ(resumed.exit_code, 0) << resumed.err;
  EXPECT_EQ(archive.count(), 200u);
  EXPECT_EQ(archive.arrivals(), 200u);
  const auto listed = nadir::testing::run_program("nadir", {"send", "--queue", queue, "--list"});
  EXPECT_THAT(listed.out, ::testing::Not(::testing::HasSubstr("\"state\": \"waiting\"")));
  EXPECT_THAT(listed.out, ::testing::HasSubstr("\"state\": \"confirmed\""));
}

// Ctrl-C while an archive says nothing: the program ends, and the queue holds every object. A fetch ends, too, and leaves nothing behind.
TEST(SendCommand, LeavesTheQueueWholeAfterCtrlC)
{
  const nadir::testing::TemporaryFolder folder;
  const test::HostilePeer silent([](const test::PeerSocket& client) { test::greet(client), client.wait_for_end(); });
  test::write_series(folder.path() / "series", 4);
  const std::string program = (nadir::testing::programs_folder() / "nadir").string(), node = "127.0.0.1:" + std::to_string(silent.port());
  const std::string queue = (folder.path() / "queue").string(), got = (folder.path() / "got").string();
  const auto interrupted = [&](const std::string& words)
  {
    return nadir::testing::run_system_program("sh",
                                              {"-c", "timeout --foreground --preserve-status -s INT -k 20 3 " + program + " " + words});
  };
  const auto sent = interrupted("send " + (folder.path() / "series").string() + " --queue " + queue + " --node " + node + " --called PACS");
  EXPECT_EQ(sent.exit_code, 4) << sent.err;
  const auto listed = nadir::testing::run_program("nadir", {"send", "--queue", queue, "--list"});
  std::size_t waiting = 0;
  for (auto at = listed.out.find("\"sop_instance_uid\""); at != std::string::npos; at = listed.out.find("\"sop_instance_uid\"", at + 1))
    ++waiting;
  EXPECT_EQ(waiting, 4u) << listed.out;
  EXPECT_THAT(listed.out, ::testing::Not(::testing::HasSubstr("confirmed")));
  const auto fetched = interrupted("fetch --patient PAT-1 --study 1.2.3 --out " + got + " --node " + node + " --called PACS");
  EXPECT_EQ(fetched.exit_code, 4) << fetched.err;
  EXPECT_TRUE(std::filesystem::is_empty(got));
}
