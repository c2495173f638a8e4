#include "imaging/volume/file/nrrd_text.h"

#include <algorithm>
#include <array>

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string lower_case(std::string_view text)
{
  std::string result(text);
  for (auto& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// "\n" and "\\" stand for a line end and a backslash in values.
std::string unescaped(std::string_view text)
{
  std::string result;
  for (std::size_t n = 0; n < text.size(); ++n)
  {
    const bool is_escape = text[n] == '\\' && n + 1 < text.size() && (text[n + 1] == 'n' || text[n + 1] == '\\');
    if (is_escape) ++n;
    result.push_back(is_escape && text[n] == 'n' ? '\n' : text[n]);
  }
  return result;
}

Failure malformed(const std::string& problem)
{
  return Failure{ImageFileError::Malformed, "the NRRD header " + problem + " (the voxels cannot be understood). Export the file again."};
}

/// Adds one line; false when it is neither field, key nor comment, or comes twice.
bool add_line(NrrdText& header, std::string_view line)
{
  if (line.starts_with('#')) return true;
  const auto key_end = line.find(":=");
  const auto field_end = line.find(": ");
  if (key_end != std::string_view::npos && key_end < field_end)
    return header.key_values.emplace(unescaped(trimmed(line.substr(0, key_end))), unescaped(trimmed(line.substr(key_end + 2)))).second;
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  return header.fields.emplace(lower_case(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1))).second;
}

std::optional<PatientVector> vector_of(std::string_view text)
{
  std::array<double, 3> values{};
  for (std::size_t n = 0; n < values.size(); ++n)
  {
    const auto comma = text.find(',');
    if ((comma == std::string_view::npos) != (n == 2)) return std::nullopt;
    const auto number = parse_number(trimmed(text.substr(0, comma)));
    if (!number) return std::nullopt;
    values[n] = *number;
    if (n < 2) text.remove_prefix(comma + 1);
  }
  return PatientVector{values[0], values[1], values[2]};
}
}  // namespace

Result<NrrdText> parse_nrrd_text(std::string_view start)
{
  NrrdText header;
  std::size_t position = 0;
  for (bool is_first = true;; is_first = false)
  {
    const auto end = start.find('\n', position);
    if (end == std::string_view::npos) return malformed("has no end");
    const auto line = trimmed(start.substr(position, end - position));
    position = end + 1;
    if (line.empty()) break;
    if (is_first) continue;
    if (!add_line(header, line)) return malformed("has a line that is no field, or a field twice");
  }
  header.data_offset = position;
  return header;
}

std::vector<std::string> words_of(std::string_view text)
{
  std::vector<std::string> words;
  while (!(text = trimmed(text)).empty())
  {
    const auto end = std::min(text.find_first_of(blanks), text.size());
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::optional<std::vector<std::int64_t>> integers_of(std::string_view text)
{
  std::vector<std::int64_t> numbers;
  for (const auto& word : words_of(text))
  {
    const auto number = parse_integer(word);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::vector<std::optional<PatientVector>>> vectors_of(std::string_view text)
{
  constexpr std::string_view none = "none";
  std::vector<std::optional<PatientVector>> vectors;
  while (!(text = trimmed(text)).empty())
  {
    const bool is_none = text.starts_with(none);
    const auto end = is_none ? none.size() - 1 : text.find(')');
    if (!is_none && (text.front() != '(' || end == std::string_view::npos)) return std::nullopt;
    vectors.push_back(is_none ? std::nullopt : vector_of(text.substr(1, end - 1)));
    if (!is_none && !vectors.back()) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  return vectors;
}
}  // namespace nadir::imaging
