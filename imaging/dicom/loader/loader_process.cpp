#include "imaging/dicom/loader/loader_process.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <string>
#include <utility>

#include "imaging/dicom/loader/spawn_loader.h"
#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/worker/channel.h"

namespace nadir::imaging
{
namespace
{
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr int idle_factor = 5;         ///< how much longer than busy a worker may be idle
constexpr int patience_factor = 40;    ///< how long a starved worker may take: the machine may be full of others
constexpr milliseconds farewell{200};  ///< for a worker that is asked to end

Failure could_not_be_read(LoaderError error, const std::string& code, std::string_view what)
{
  return {error, "the file could not be read safely (code " + code + "): " + std::string(what) +
                     ". It is left out; export it again, uncompressed if possible."};
}

/// Processor time a process has used so far; 0 when it has gone.
milliseconds processor_time(pid_t process)
{
  clockid_t clock{};
  timespec used{};
  if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return milliseconds{0};
  return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec));
}

bool is_readable(int socket, milliseconds patience)
{
  pollfd waiting{socket, POLLIN, 0};
  const auto end = Clock::now() + patience;
  for (;;)
  {
    const auto left = std::chrono::ceil<milliseconds>(end - Clock::now()).count();
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<long>(left, 0)));
    if (ready >= 0 || errno != EINTR) return ready > 0;
  }
}

void limit_sending(int socket, milliseconds patience)
{
  const timeval limit{.tv_sec = patience.count() / 1000, .tv_usec = patience.count() % 1000 * 1000};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

std::string code_of_end(int status)
{
  return WIFSIGNALED(status) ? "W-SIG" + std::to_string(WTERMSIG(status)) : "W-EXIT" + std::to_string(WEXITSTATUS(status));
}
}  // namespace

LoaderProcess::LoaderProcess(pid_t process, FileDescriptor socket) : process_(process), socket_(std::move(socket)) {}

LoaderProcess::~LoaderProcess() { end_gently(); }

LoaderProcess::LoaderProcess(LoaderProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), socket_(std::move(other.socket_))
{
}

LoaderProcess& LoaderProcess::operator=(LoaderProcess&& other) noexcept
{
  if (this != &other)
  {
    end_gently();
    process_ = std::exchange(other.process_, -1);
    socket_ = std::move(other.socket_);
  }
  return *this;
}

Result<LoaderProcess> LoaderProcess::start(const WorkerLimits& limits)
{
  auto spawned = spawn_loader(limits);
  if (!spawned) return spawned.failure();
  return LoaderProcess(spawned->process, std::move(spawned->socket));
}

bool LoaderProcess::is_ready() const { return process_ > 0 && !is_readable(socket_.number(), milliseconds{0}); }

Result<worker::Reply> LoaderProcess::ask(const worker::Request& request, std::span<const worker::FileRange> ranges, worker::Files files,
                                         milliseconds allowance)
{
  NADIR_EXPECTS(process_ > 0);
  limit_sending(socket_.number(), allowance);
  if (!worker::send_request(socket_.number(), request, ranges, files)) return end_after_death();
  if (wait_for_answer(allowance) == Waited::Silent) return end_after_silence();
  worker::Reply reply;
  const ssize_t count = ::recv(socket_.number(), &reply, sizeof reply, MSG_DONTWAIT);
  if (count <= 0) return end_after_death();
  const bool is_sound = count == sizeof reply && reply.magic_number == worker::magic &&
                        static_cast<std::uint32_t>(reply.outcome) <= worker::last_outcome && reply.bytes <= request.output_bytes;
  if (!is_sound) return end_after_breach();
  return reply;
}

/// A worker that has had its processor time is silent, and so is one that gets none for far longer, or hardly any for very long.
/// One that has to wait for the processor is not.
LoaderProcess::Waited LoaderProcess::wait_for_answer(milliseconds allowance) const
{
  const auto last_moment = Clock::now() + patience_factor * allowance;
  const auto used_before = processor_time(process_);
  auto last_used = used_before;
  auto idle_since = Clock::now();
  auto patience = allowance;
  while (!is_readable(socket_.number(), patience))
  {
    const auto used = processor_time(process_);
    const auto now = Clock::now();
    if (used > last_used) idle_since = now;
    last_used = used;
    if (used - used_before >= allowance || now - idle_since >= idle_factor * allowance || now >= last_moment) return Waited::Silent;
    patience = allowance - (used - used_before);
  }
  return Waited::Answered;
}

int LoaderProcess::kill_and_reap()
{
  int status = 0;
  if (process_ > 0)
  {
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR)
    {
    }
  }
  process_ = -1;
  socket_.close();
  return status;
}

/// A worker that waits for work ends by itself at the end of the stream, with its buffers written (coverage, sanitizers).
void LoaderProcess::end_gently()
{
  if (process_ <= 0) return;
  ::shutdown(socket_.number(), SHUT_WR);
  static_cast<void>(is_readable(socket_.number(), farewell));
  kill_and_reap();
}

Failure LoaderProcess::end_after_death()
{
  return could_not_be_read(LoaderError::WorkerDied, code_of_end(kill_and_reap()), "decoding it ended the loader process");
}

Failure LoaderProcess::end_after_silence()
{
  kill_and_reap();
  return could_not_be_read(LoaderError::WorkerTimedOut, "W-TIME", "decoding it took too long");
}

Failure LoaderProcess::end_after_breach()
{
  kill_and_reap();
  return could_not_be_read(LoaderError::WorkerDied, "W-TALK", "the loader process gave no sensible answer");
}
}  // namespace nadir::imaging
