#pragma once

#include <filesystem>
#include <optional>

namespace nadir::imaging
{
/// Where the program nadir-loader is: in the folder that the environment variable NADIR_PROGRAMS names, otherwise beside the
/// running program, otherwise in ../bin of it. nullopt when it is not there.
std::optional<std::filesystem::path> find_loader_program();
}  // namespace nadir::imaging
