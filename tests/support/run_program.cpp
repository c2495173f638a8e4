#include "tests/support/run_program.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/temporary_folder.h"

extern char** environ;

namespace nadir::testing
{
namespace
{
std::string content_of(const std::filesystem::path& file)
{
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<char*> pointers(std::vector<std::string>& words)
{
  std::vector<char*> result;
  for (auto& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const std::vector<std::string>& settings)
{
  std::vector<std::string> all = settings;
  for (char** entry = environ; *entry != nullptr; ++entry) all.emplace_back(*entry);
  return all;  // the first entry of a name wins
}

ProgramRun run(std::vector<std::string> words, const std::vector<std::string>& settings)
{
  const TemporaryFolder folder;
  const auto out = folder.path() / "out", err = folder.path() / "err";
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", 0, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), 0101, 0600);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, err.c_str(), 0101, 0600);
  auto environment = environment_with(settings);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, words[0].c_str(), &actions, nullptr, pointers(words).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + words[0]);
  int status = 0;
  waitpid(child, &status, 0);
  ProgramRun result;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  result.out = content_of(out);
  result.err = content_of(err);
  return result;
}
}  // namespace

std::filesystem::path programs_folder()
{
  const char* folder = std::getenv("NADIR_PROGRAMS");
  if (folder == nullptr) throw std::runtime_error("NADIR_PROGRAMS is not set; run the tests through ctest");
  return folder;
}

ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments, const std::vector<std::string>& settings)
{
  std::vector<std::string> words{(programs_folder() / name).string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(words, settings);
}

ProgramRun run_system_program(const std::string& path, const std::vector<std::string>& arguments)
{
  std::vector<std::string> words{path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run(words, {});
}
}  // namespace nadir::testing
