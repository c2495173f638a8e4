#include "imaging/dicom/display_text.h"

#include <iconv.h>

#include <array>
#include <utility>

#include "imaging/units/utf8_text.h"

namespace nadir::imaging
{
namespace
{
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Defined terms of (0008,0005), PS3.3 C.12.1.1.2, and what iconv calls them.
constexpr std::array<std::pair<std::string_view, const char*>, 18> encodings{{
    {"ISO_IR 100", "ISO-8859-1"},
    {"ISO_IR 101", "ISO-8859-2"},
    {"ISO_IR 109", "ISO-8859-3"},
    {"ISO_IR 110", "ISO-8859-4"},
    {"ISO_IR 144", "ISO-8859-5"},
    {"ISO_IR 127", "ISO-8859-6"},
    {"ISO_IR 126", "ISO-8859-7"},
    {"ISO_IR 138", "ISO-8859-8"},
    {"ISO_IR 148", "ISO-8859-9"},
    {"ISO_IR 203", "ISO-8859-15"},
    {"ISO_IR 13", "SHIFT_JIS"},
    {"ISO_IR 166", "TIS-620"},
    {"GB18030", "GB18030"},
    {"GBK", "GBK"},
    {"ISO 2022 IR 87", "ISO-2022-JP"},
    {"ISO 2022 IR 159", "ISO-2022-JP-2"},
    {"ISO 2022 IR 149", "EUC-KR"},
    {"ISO 2022 IR 58", "GB2312"},
}};

const char* encoding_of(const std::vector<std::string>& character_set)
{
  for (auto term = character_set.rbegin(); term != character_set.rend(); ++term)
  {
    std::string name = *term;
    if (name.starts_with("ISO 2022 IR 1") && name.size() == 15 && name != "ISO 2022 IR 149" && name != "ISO 2022 IR 159")
      name = "ISO_IR " + name.substr(12);
    for (const auto& [defined_term, encoding] : encodings)
      if (name == defined_term) return encoding;
  }
  return nullptr;
}

std::string converted(std::string_view bytes, const char* encoding)
{
  const auto converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::string(bytes);
  std::string input(bytes), output(bytes.size() * 4 + 8, '\0');
  char* from = input.data();
  char* to = output.data();
  std::size_t left = input.size(), room = output.size();
  const bool whole = iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
  iconv_close(converter);
  output.resize(output.size() - room);
  return whole ? output : std::string(bytes);
}

bool is_control(std::string_view sequence)
{
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return first < 0x20 || first == 0x7F;
  return sequence.size() == 2 && first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
}

std::string clean_utf8(std::string_view text, std::string_view instead_of_control)
{
  std::string clean;
  while (!text.empty())
  {
    const auto length = utf8_sequence_length(text);
    if (length == 0) clean += replacement;
    else clean += is_control(text.substr(0, length)) ? instead_of_control : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return clean;
}

std::string trimmed(std::string text)
{
  while (!text.empty() && text.back() == ' ') text.pop_back();
  text.erase(0, text.find_first_not_of(' '));
  return text;
}

bool is_ascii(std::string_view text)
{
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80 || c == 0x1B) return false;
  return true;
}
}  // namespace

std::string upper_case(std::string_view text)
{
  std::string upper(text);
  for (auto& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

std::string utf8_text(std::string_view bytes, const std::vector<std::string>& specific_character_set)
{
  if (is_ascii(bytes)) return trimmed(clean_utf8(bytes, ""));
  const auto* encoding = encoding_of(specific_character_set);
  return trimmed(clean_utf8(encoding == nullptr ? std::string(bytes) : converted(bytes, encoding), ""));
}

std::string shown_name(const std::filesystem::path& path) { return clean_utf8(path.filename().string(), "?"); }
}  // namespace nadir::imaging
