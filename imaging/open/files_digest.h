#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace nadir::imaging
{
/// SHA-256 over the sorted SHA-256 digests of the files, one a line: independent of names, folders and order. A file that cannot be
/// read counts as an empty digest.
std::string files_digest(const std::set<std::filesystem::path>& files);
}  // namespace nadir::imaging
