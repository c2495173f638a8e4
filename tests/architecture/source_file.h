#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nadir::test
{
/// One file of the project's source, its path relative to the root with '/' between folders.
struct SourceFile
{
  std::string path;
  std::string text;
};

/// All C++ files (.h, .cpp) and CMakeLists.txt below these folders of the root, in order of path.
std::vector<SourceFile> source_files(const std::filesystem::path& root, const std::vector<std::string>& folders);

/// The lines of a text, the first one first.
std::vector<std::string_view> lines_of(std::string_view text);

/// C++ with the insides of comments and of texts in quotes blanked; line breaks stay, so that line numbers hold.
std::string without_comments_and_texts(std::string_view code);
}  // namespace nadir::test
