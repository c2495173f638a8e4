#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "imaging/dicom/loader_error.h"
#include "tests/imaging/dicom/image_samples.h"
#include "tests/imaging/dicom/read_pixels.h"
#include "tests/support/temporary_folder.h"

// What happens to nadir when the loader process misbehaves: nothing, but one refused file. The misbehaving workers are shell
// scripts in the place of nadir-loader; hostile files for the real one are at the end.

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;
using namespace std::chrono_literals;

namespace
{
#if defined(__SANITIZE_ADDRESS__)
constexpr bool has_address_limit = false;
#else
constexpr bool has_address_limit = true;
#endif

const Bytes numbers = bytes_of_numbers<std::uint16_t>({1, 2, 3, 4, 5, 6});

Bytes good_file() { return dicom_file(image_header({}).encapsulated({rle_frame(numbers, 1, 2)}), syntax::rle); }

Bytes file_of(const ImageSpec& spec, Bytes frame, const std::string& syntax)
{
  return dicom_file(image_header(spec).encapsulated({std::move(frame)}), syntax);
}

/// Points NADIR_PROGRAMS elsewhere for the length of a test.
class ProgramsFolder
{
public:
  explicit ProgramsFolder(const std::filesystem::path& folder)
  {
    if (const char* before = std::getenv("NADIR_PROGRAMS")) before_ = before;
    setenv("NADIR_PROGRAMS", folder.c_str(), 1);
  }
  ~ProgramsFolder() { restore(); }
  void restore() const { before_.empty() ? unsetenv("NADIR_PROGRAMS") : setenv("NADIR_PROGRAMS", before_.c_str(), 1); }

private:
  std::string before_;
};

/// A shell script in the place of nadir-loader.
class FakeLoader
{
public:
  explicit FakeLoader(const std::string& script)
  {
    const auto path = folder_.write("nadir-loader", "#!/bin/sh\n" + script + "\n");
    chmod(path.c_str(), 0700);
  }
  const std::filesystem::path& folder() const { return folder_.path(); }

private:
  TemporaryFolder folder_;
};

std::size_t open_descriptors()
{
  const auto entries = std::filesystem::directory_iterator("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

/// Process ids of all children, zombies included.
std::vector<pid_t> children()
{
  std::vector<pid_t> found;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task"))
  {
    std::ifstream list(task.path() / "children");
    for (pid_t child = 0; list >> child;) found.push_back(child);
  }
  return found;
}

/// Ends a child for certain, without taking its exit status from those who wait for it.
void kill_child(pid_t child)
{
  kill(child, SIGKILL);
  siginfo_t gone{};
  waitid(P_PID, static_cast<id_t>(child), &gone, WEXITED | WNOWAIT);
}

Failure failure_with(const std::string& script, WorkerLimits limits = {})
{
  const FakeLoader fake(script);
  const ProgramsFolder folder(fake.folder());
  PixelLoader loader(limits);
  return read_all_frames(loader, good_file()).failure();
}

constexpr WorkerLimits impatient{.address_space_bytes = std::uint64_t{1} << 30, .silence = 100ms};
}  // namespace

TEST(LoaderProcess, ThatCrashesCostsOneFileAndIsReplaced)
{
  PixelLoader loader;
  {
    const FakeLoader fake("kill -SEGV $$");
    const ProgramsFolder folder(fake.folder());
    const auto read = read_all_frames(loader, good_file());
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.failure().is(LoaderError::WorkerDied));
    EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("could not be read safely (code W-SIG11)"));
  }
  EXPECT_EQ(read_all_frames(loader, good_file()).value(), numbers);
}

TEST(LoaderProcess, ThatAbortsExitsOrIsKilledIsNamedByItsCode)
{
  EXPECT_THAT(failure_with("kill -ABRT $$").message(), ::testing::HasSubstr("W-SIG6"));
  EXPECT_THAT(failure_with("kill -KILL $$").message(), ::testing::HasSubstr("W-SIG9"));
  EXPECT_THAT(failure_with("kill -XCPU $$").message(), ::testing::HasSubstr("W-SIG24"));
  EXPECT_THAT(failure_with("exit 3").message(), ::testing::HasSubstr("W-EXIT3"));
}

TEST(LoaderProcess, ThatComputesForEverIsEndedByTheWatchdog)
{
  const auto failure = failure_with("while :; do :; done", impatient);
  EXPECT_TRUE(failure.is(LoaderError::WorkerTimedOut));
  EXPECT_THAT(failure.message(), ::testing::HasSubstr("W-TIME"));
}

TEST(LoaderProcess, ThatSleepsIsEndedByTheWatchdog)
{
  EXPECT_TRUE(failure_with("exec sleep 600", impatient).is(LoaderError::WorkerTimedOut));
}

TEST(LoaderProcess, ThatIsKeptWaitingByABusyMachineIsWaitedFor)
{
  const FakeLoader fake("sleep 0.7; exec " + std::string(std::getenv("NADIR_PROGRAMS")) + "/nadir-loader \"$@\"");
  const ProgramsFolder folder(fake.folder());
  PixelLoader loader({.address_space_bytes = std::uint64_t{1} << 30, .silence = 500ms});  // of work; 2.5 s of idleness
  EXPECT_EQ(read_all_frames(loader, good_file()).value(), numbers);
}

TEST(LoaderProcess, ThatAnswersNonsenseIsNotBelieved)
{
  const auto failure = failure_with("printf '0123456789abcdef' >&3; exec sleep 600");
  EXPECT_TRUE(failure.is(LoaderError::WorkerDied));
  EXPECT_THAT(failure.message(), ::testing::HasSubstr("W-TALK"));
}

TEST(LoaderProcess, ThatAnswersHalfAReplyIsNotBelieved)
{
  EXPECT_TRUE(failure_with("printf 1LDN >&3; exec sleep 600").is(LoaderError::WorkerDied));
}

TEST(LoaderProcess, ThatIsNotInstalledIsNamed)
{
  const TemporaryFolder empty;
  const ProgramsFolder folder(empty.path());
  PixelLoader loader;
  const auto read = read_all_frames(loader, good_file());
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::WorkerMissing));
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("nadir-loader was not found"));
}

TEST(LoaderProcess, IsNotNeededForNativePixels)
{
  const TemporaryFolder empty;
  const ProgramsFolder folder(empty.path());
  EXPECT_TRUE(read_all_frames(dicom_file(classic_slice())));
}

TEST(LoaderProcess, ThatIsKilledBetweenTwoFilesIsReplacedInSilence)
{
  PixelLoader loader;
  ASSERT_TRUE(read_all_frames(loader, good_file()));
  const auto running = children();
  ASSERT_EQ(running.size(), 1U);
  kill_child(running.front());
  EXPECT_EQ(read_all_frames(loader, good_file()).value(), numbers);
}

TEST(LoaderProcess, ThatIsKilledAtWorkCostsThatFile)
{
  const FakeLoader fake("exec sleep 600");
  const ProgramsFolder folder(fake.folder());
  PixelLoader loader({.address_space_bytes = std::uint64_t{1} << 30, .silence = 60s});
  std::jthread killer(
      []
      {
        while (children().empty()) std::this_thread::sleep_for(1ms);
        std::this_thread::sleep_for(50ms);
        for (const auto child : children()) kill(child, SIGKILL);
      });
  const auto read = read_all_frames(loader, good_file());
  ASSERT_FALSE(read);
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("W-SIG9"));
}

TEST(LoaderProcess, LeavesNeitherDescriptorsNorProcessesBehind)
{
  ASSERT_TRUE(read_all_frames(good_file()));
  const auto before = open_descriptors();
  for (int n = 0; n < 20; ++n)
  {
    static_cast<void>(failure_with(n % 2 == 0 ? "kill -SEGV $$" : "exit 1"));
    EXPECT_TRUE(read_all_frames(good_file()));
  }
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_THAT(children(), ::testing::IsEmpty());
}

TEST(LoaderProcess, ReadsTwoHundredFilesInTurnWhileItIsKilledAgainAndAgain)
{
  PixelLoader loader;
  for (int n = 0; n < 200; ++n)
  {
    EXPECT_EQ(read_all_frames(loader, good_file()).value(), numbers) << n;
    if (n % 20 != 0) continue;
    for (const auto child : children()) kill_child(child);
  }
}

TEST(LoaderProcess, ServesEveryThreadItsOwn)
{
  std::vector<std::jthread> crew;
  std::atomic<int> wrong{0};
  for (int thread = 0; thread < 4; ++thread)
    crew.emplace_back(
        [&]
        {
          PixelLoader loader;
          for (int n = 0; n < 25; ++n)
            if (const auto read = read_all_frames(loader, good_file()); !read || *read != numbers) ++wrong;
        });
  crew.clear();
  EXPECT_EQ(wrong, 0);
  EXPECT_THAT(children(), ::testing::IsEmpty());
}

TEST(LoaderProcess, GetsNoDescriptorOfItsParentButTheSocket)
{
  const int leaking = open("/dev/null", O_RDONLY);  // without O_CLOEXEC, as another library might
  const TemporaryFolder folder;
  const auto list = folder.path() / "list";
  static_cast<void>(failure_with("exec ls /proc/self/fd > " + list.string()));
  close(leaking);
  std::ifstream stream(list);
  const std::vector<std::string> names{std::istream_iterator<std::string>(stream), {}};
  EXPECT_THAT(names, ::testing::ElementsAre("0", "1", "2", "3", "4"));  // 3 is the socket, 4 the folder that ls reads
}

TEST(HostileFile, WithTheMarkerThatLoopsAnotherScannerIsRefused)
{
  // Marker FF01 has no length; a scanner that takes none for length 0 stays on it for ever.
  const auto jpeg = bytes_of_numbers<std::uint8_t>({0xff, 0xd8, 0xff, 0x01, 0xff, 0x01, 0xff, 0x01, 0x00, 0x00, 0xff, 0xd9});
  for (const auto& syntax : {syntax::jpeg_baseline, syntax::jpeg_lossless, syntax::jpeg_ls})
    EXPECT_TRUE(read_all_frames(file_of({}, jpeg, syntax)).failure().is(LoaderError::DecodeFailed)) << syntax;
}

TEST(HostileFile, WhoseJpeg2000HeaderLiesAboutItsSizeIsRefused)
{
  auto codestream = bytes_of_numbers<std::uint8_t>({0xff, 0x4f, 0xff, 0x51, 0, 0x29, 0, 0, 0, 0, 0xff, 0xff, 0,    0, 0xff,
                                                    0xff, 0,    0,    0,    0, 0,    0, 0, 0, 0, 0,    0xff, 0xff, 0, 0,
                                                    0xff, 0xff, 0,    0,    0, 0,    0, 0, 0, 0, 0,    1,    15,   1, 1});
  const auto read = read_all_frames(file_of({}, codestream, syntax::jpeg_2000));
  ASSERT_FALSE(read);
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("another size than Rows and Columns"));
}

TEST(HostileFile, ThatNeedsMoreMemoryThanAWorkerHasIsRefused)
{
  if (!has_address_limit) GTEST_SKIP() << "the sanitizer's shadow memory does not fit under an address limit";
  const ImageSpec spec{.rows = 16384, .columns = 16384};
  PixelLoader loader({.address_space_bytes = std::uint64_t{256} << 20, .silence = 1500ms});
  const auto read = read_all_frames(loader, file_of(spec, rle_of_segments({Bytes(2), Bytes(2)}), syntax::rle));
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.failure().is(LoaderError::DecodeFailed));
  EXPECT_THAT(read.failure().message(), ::testing::HasSubstr("needs more memory"));
  EXPECT_EQ(read_all_frames(loader, good_file()).value(), numbers);
}

TEST(HostileFile, OfRandomBytesNeverHarmsTheParent)
{
  PixelLoader loader;
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
  for (int n = 0; n < 200; ++n)
  {
    Bytes noise(next() % 512 + 2);
    for (auto& byte : noise) byte = static_cast<std::byte>(next() >> 24);
    noise[0] = std::byte{0xff};
    noise[1] = n % 2 == 0 ? std::byte{0xd8} : std::byte{0x4f};
    noise.resize(noise.size() / 2 * 2);
    for (const auto& syntax : {syntax::jpeg_baseline, syntax::jpeg_lossless, syntax::jpeg_ls, syntax::jpeg_2000, syntax::rle})
      EXPECT_FALSE(read_all_frames(loader, file_of({}, noise, syntax)));
  }
}
