#include "imaging/dicom/loader/loader_program.h"

#include <unistd.h>

#include <cstdlib>
#include <system_error>
#include <vector>

namespace nadir::imaging
{
namespace
{
std::vector<std::filesystem::path> folders_to_look_in()
{
  if (const char* named = std::getenv("NADIR_PROGRAMS"); named != nullptr && *named != '\0') return {named};
  std::error_code error;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  return {here, here.parent_path() / "bin"};
}
}  // namespace

std::optional<std::filesystem::path> find_loader_program()
{
  for (const auto& folder : folders_to_look_in())
    if (const auto program = folder / "nadir-loader"; ::access(program.c_str(), X_OK) == 0) return program;
  return std::nullopt;
}
}  // namespace nadir::imaging
