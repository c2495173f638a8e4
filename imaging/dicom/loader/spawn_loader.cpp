#include "imaging/dicom/loader/spawn_loader.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <string>
#include <utility>

#include "imaging/dicom/loader/loader_program.h"
#include "imaging/dicom/loader_error.h"
#include "imaging/dicom/worker/message.h"

namespace nadir::imaging
{
namespace
{
#if defined(__SANITIZE_ADDRESS__)
constexpr bool keep_standard_error = true;  // where the sanitizer reports
#else
constexpr bool keep_standard_error = false;
#endif

Failure missing(std::string_view why)
{
  return {LoaderError::WorkerMissing,
          "the program nadir-loader " + std::string(why) +
              " (compressed images cannot be decoded without it). Install it beside nadir, or name its folder in "
              "the environment variable NADIR_PROGRAMS."};
}

/// What the child's descriptors are: null, null, null, the socket, nothing else.
class FileActions
{
public:
  explicit FileActions(int socket)
  {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, socket, worker::worker_socket);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!keep_standard_error) posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, worker::worker_socket + 1);
  }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
  posix_spawn_file_actions_t actions_;
};

/// No signal blocked or ignored, whatever the calling thread does.
class Attributes
{
public:
  Attributes()
  {
    posix_spawnattr_init(&attributes_);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes_, &set);
    sigfillset(&set);
    posix_spawnattr_setsigdefault(&attributes_, &set);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  const posix_spawnattr_t* get() const { return &attributes_; }

private:
  posix_spawnattr_t attributes_;
};

struct SocketPair
{
  FileDescriptor ours;
  FileDescriptor childs;
};

SocketPair make_sockets()
{
  std::array<int, 2> ends{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
  return {FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}
}  // namespace

Result<SpawnedLoader> spawn_loader(const WorkerLimits& limits)
{
  const auto program = find_loader_program();
  if (!program) return missing("was not found");
  auto sockets = make_sockets();
  if (!sockets.ours) return missing("could not be started: no socket to be had");
  std::string name = program->string();
  std::string parent = std::to_string(::getpid());
  std::string memory = std::to_string(limits.address_space_bytes);
  const std::array<char*, 4> arguments{name.data(), parent.data(), memory.data(), nullptr};
  SpawnedLoader spawned;
  const FileActions actions(sockets.childs.number());
  const int error = ::posix_spawn(&spawned.process, name.c_str(), actions.get(), Attributes().get(), arguments.data(), environ);
  if (error != 0) return missing("could not be started");
  spawned.socket = std::move(sockets.ours);
  return spawned;
}
}  // namespace nadir::imaging
