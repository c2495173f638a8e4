#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::imaging
{
/// ASCII letters to upper case; other bytes unchanged. Independent of the locale.
std::string upper_case(std::string_view text);

/// Text of a DICOM attribute as UTF-8: converted from the Specific Character Set (0008,0005) of the file, control characters
/// removed, blanks trimmed, bytes that mean nothing replaced by U+FFFD. It may still hold anything a person can type: escape it.
std::string utf8_text(std::string_view bytes, const std::vector<std::string>& specific_character_set);

/// A path for messages: the file name alone, UTF-8, control characters replaced by "?".
std::string shown_name(const std::filesystem::path& path);
}  // namespace nadir::imaging
