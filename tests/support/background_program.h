#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace nadir::testing
{
/// A program that runs beside a test, with what it says in a file. Ended with the object.
class BackgroundProgram
{
public:
  /// Throws when it cannot be started.
  BackgroundProgram(std::vector<std::string> command, const std::filesystem::path& log);
  ~BackgroundProgram();
  BackgroundProgram(const BackgroundProgram&) = delete;
  BackgroundProgram& operator=(const BackgroundProgram&) = delete;

  void end(int signal);  ///< and waits for its end
  bool is_running();

private:
  pid_t child_ = 0;
};

/// A port that nobody listens on at this moment, below those that the system gives to outgoing connections. None is given twice.
int free_port();

/// True once something accepts connections on the port, false after the seconds.
bool is_listening(int port, double seconds);
}  // namespace nadir::testing
