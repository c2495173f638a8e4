#include "tests/architecture/source_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace nadir::test
{
namespace
{
bool is_source(const std::filesystem::path& path)
{
  return path.extension() == ".h" || path.extension() == ".cpp" || path.filename() == "CMakeLists.txt";
}

std::string content_of(const std::filesystem::path& path)
{
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Where the thing that begins at `at` ends (one past it). Nothing special begins there: `at`.
std::size_t end_of_comment(std::string_view code, std::size_t at)
{
  const auto after = [&](std::string_view mark, std::size_t from)
  {
    const auto found = code.find(mark, from);
    return found == std::string_view::npos ? code.size() : found + mark.size();
  };
  if (code.substr(at, 2) == "//") return std::min(code.find('\n', at), code.size());
  if (code.substr(at, 2) == "/*") return after("*/", at + 2);
  return at;
}

std::size_t end_of_raw_text(std::string_view code, std::size_t at)
{
  if (code.substr(at, 2) != "R\"") return at;
  const auto open = code.find('(', at);
  if (open == std::string_view::npos) return code.size();
  const std::string mark = ")" + std::string(code.substr(at + 2, open - at - 2)) + "\"";
  const auto found = code.find(mark, open);
  return found == std::string_view::npos ? code.size() : found + mark.size();
}

bool is_digit_separator(std::string_view code, std::size_t at)
{
  return code[at] == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(code[at - 1])) != 0;
}

std::size_t end_of_text(std::string_view code, std::size_t at)
{
  const char quote = code[at];
  if ((quote != '"' && quote != '\'') || is_digit_separator(code, at)) return at;
  for (std::size_t k = at + 1; k < code.size(); ++k)
  {
    if (code[k] == '\\') ++k;
    else if (code[k] == quote || code[k] == '\n') return k + 1;
  }
  return code.size();
}

std::size_t end_of_hidden(std::string_view code, std::size_t at)
{
  for (const auto end : {end_of_comment(code, at), end_of_raw_text(code, at), end_of_text(code, at)})
    if (end != at) return end;
  return at;
}
}  // namespace

std::vector<SourceFile> source_files(const std::filesystem::path& root, const std::vector<std::string>& folders)
{
  std::vector<SourceFile> files;
  for (const auto& folder : folders)
  {
    if (!std::filesystem::is_directory(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
      if (entry.is_regular_file() && is_source(entry.path()))
        files.push_back({entry.path().lexically_relative(root).generic_string(), content_of(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
  std::vector<std::string_view> lines;
  while (!text.empty())
  {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string without_comments_and_texts(std::string_view code)
{
  std::string visible(code);
  for (std::size_t at = 0; at < code.size();)
  {
    const std::size_t end = end_of_hidden(code, at);
    for (std::size_t k = at; k < end; ++k)
      if (visible[k] != '\n') visible[k] = ' ';
    at = std::max(at + 1, end);
  }
  return visible;
}
}  // namespace nadir::test
