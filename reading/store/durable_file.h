#pragma once

#include <filesystem>
#include <string_view>

namespace nadir::reading
{
/// Writes a small file whole or not at all: to "NAME.new" beside it, to the disk, then renamed over the old one. One writer at a time.
/// False when the system refused; what was there before is then unchanged.
bool write_durably(const std::filesystem::path& path, std::string_view bytes);

/// Adds a line at the end of a file, whole or not at all, without waiting for the disk.
bool add_line(const std::filesystem::path& path, std::string_view line);

/// Brings a file that is there, and its name, to the disk.
bool synchronise(const std::filesystem::path& path);
}  // namespace nadir::reading
