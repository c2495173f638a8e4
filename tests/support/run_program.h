#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nadir::testing
{
/// What a program left behind.
struct ProgramRun
{
  int exit_code = -1;  ///< -1 when it ended by a signal
  int signal = 0;
  std::string out;
  std::string err;
};

/// Runs a program of the build (`nadir`, `nadir-phantom`) to its end. `settings` are added to the environment ("LC_ALL=de_DE.UTF-8").
ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments, const std::vector<std::string>& settings = {});

/// Runs any program found on the PATH, e.g. "python3".
ProgramRun run_system_program(const std::string& path, const std::vector<std::string>& arguments);

/// Folder of the programs: environment NADIR_PROGRAMS.
std::filesystem::path programs_folder();
}  // namespace nadir::testing
