#include "tests/support/background_program.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace nadir::testing
{
namespace
{
sockaddr_in loopback(int port)
{
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<in_port_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}
}  // namespace

BackgroundProgram::BackgroundProgram(std::vector<std::string> command, const std::filesystem::path& log)
{
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), 02101, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  std::vector<char*> words;
  for (auto& word : command) words.push_back(word.data());
  words.push_back(nullptr);
  const int failed = posix_spawnp(&child_, words[0], &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command[0]);
}

BackgroundProgram::~BackgroundProgram() { end(SIGKILL); }

void BackgroundProgram::end(int signal)
{
  if (child_ == 0) return;
  kill(child_, signal);
  waitpid(child_, nullptr, 0);
  child_ = 0;
}

bool BackgroundProgram::is_running()
{
  if (child_ == 0 || waitpid(child_, nullptr, WNOHANG) == 0) return child_ != 0;
  child_ = 0;
  return false;
}

int free_port()
{
  static std::mt19937 random(std::random_device{}());
  static std::set<int> given;  // some are listened on only later
  for (int attempt = 0; attempt < 1000; ++attempt)
  {
    const int port = 20000 + static_cast<int>(random() % 12000u);
    if (given.contains(port)) continue;
    const int socket_of = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    const bool is_free = bind(socket_of, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(socket_of);
    if (is_free) return *given.insert(port).first;
  }
  throw std::runtime_error("no free port");
}

bool is_listening(int port, double seconds)
{
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (std::chrono::steady_clock::now() < end)
  {
    const int socket_of = socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    const bool accepted = connect(socket_of, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(socket_of);
    if (accepted) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}
}  // namespace nadir::testing
