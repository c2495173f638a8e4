#include "tests/architecture/forbidden_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace nadir::test
{
namespace
{
enum class Match
{
  Part,  ///< anywhere in a name, any letter case
  Call,  ///< the whole name, followed by '('
};

struct Forbidden
{
  std::string_view word;  ///< Part: in small letters
  Match match;
  std::string_view reason;
};

constexpr std::string_view reader = "it aborts on, or misreads, damaged DICOM";
constexpr std::string_view shell = "no shell is started";
constexpr std::string_view locale = "it follows the locale; use parse_number or parse_integer";

constexpr std::array<Forbidden, 17> forbidden{{{"gdcm", Match::Part, reader},
                                               {"imageseriesreader", Match::Part, reader},
                                               {"vtkdicom", Match::Part, reader},
                                               {"bit_preserving", Match::Part, "DCMTK 3.6.7 scrambles bit-packed frames"},
                                               {"system", Match::Call, shell},
                                               {"popen", Match::Call, shell},
                                               {"atof", Match::Call, locale},
                                               {"atoi", Match::Call, locale},
                                               {"strtod", Match::Call, locale},
                                               {"strtof", Match::Call, locale},
                                               {"stod", Match::Call, locale},
                                               {"stof", Match::Call, locale},
                                               {"stold", Match::Call, locale},
                                               {"sscanf", Match::Call, locale},
                                               {"fscanf", Match::Call, locale},
                                               {"setlocale", Match::Call, "the process stays in the C locale"},
                                               {"std::locale::global", Match::Part, "the process stays in the C locale"}}};

/// Qt switches the process to the user's locale when it starts; the viewer switches the numbers back.
bool is_excused(const SourceFile& file, const Forbidden& item) { return file.path == "viewer/main.cpp" && item.word == "setlocale"; }

std::string lower(std::string_view text)
{
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return out;
}

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool is_called(std::string_view line, std::string_view name)
{
  for (auto at = line.find(name); at != std::string_view::npos; at = line.find(name, at + 1))
  {
    const auto next = line.find_first_not_of(" \t", at + name.size());
    const bool begins = at == 0 || !is_name_character(line[at - 1]);
    if (begins && next != std::string_view::npos && line[next] == '(') return true;
  }
  return false;
}

bool is_used(const Forbidden& item, std::string_view line)
{
  return item.match == Match::Call ? is_called(line, item.word) : lower(line).find(item.word) != std::string::npos;
}

/// In CMake files words in quotes count too: they name libraries.
std::string visible_code(const SourceFile& file)
{
  return file.path.ends_with("CMakeLists.txt") ? file.text : without_comments_and_texts(file.text);
}

/// An include names its header in brackets, which is code, or in quotes, which the blanking of texts hides.
std::string include_lines_kept(const SourceFile& file)
{
  std::string code;
  const std::string visible = visible_code(file);
  const auto original = lines_of(file.text), blanked = lines_of(visible);
  for (std::size_t k = 0; k < original.size(); ++k)
    code.append(original[k].find("#include") == std::string_view::npos ? blanked[k] : original[k]).append("\n");
  return code;
}
}  // namespace

std::vector<std::string> forbidden_uses(const std::vector<SourceFile>& files)
{
  std::vector<std::string> uses;
  for (const auto& file : files)
  {
    const std::string code = include_lines_kept(file);
    std::size_t number = 0;
    for (const auto line : lines_of(code))
    {
      ++number;
      for (const auto& item : forbidden)
        if (is_used(item, line) && !is_excused(file, item))
          uses.push_back(file.path + ":" + std::to_string(number) + ": " + std::string(item.word) + " (" + std::string(item.reason) + ")");
    }
  }
  return uses;
}
}  // namespace nadir::test
