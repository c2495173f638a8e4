#include "bench/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace nadir::bench
{
bool ran_well(std::vector<std::string> words)
{
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  const bool ran =
      posix_spawnp(&child, words[0].c_str(), &silent, nullptr, arguments.data(), environ) == 0 && waitpid(child, &status, 0) == child;
  posix_spawn_file_actions_destroy(&silent);
  return ran && status == 0;
}
}  // namespace nadir::bench
