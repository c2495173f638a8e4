#include "report/fhir/formats.h"

#include <algorithm>

#include "measure/lesion/lesion_tracking.h"
#include "report/table/partial_date.h"

namespace nadir::report::fhir
{
namespace
{
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_two_digits(std::string_view text, std::string_view most)
{
  return text.size() == 2 && is_digit(text[0]) && is_digit(text[1]) && text <= most;
}
}  // namespace

bool is_id(std::string_view text)
{
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.'; });
}

bool is_uid(std::string_view text) { return measure::is_unique_identifier(text); }

bool is_oid(std::string_view text) { return text.starts_with("urn:oid:") && is_uid(text.substr(8)); }

bool is_uri(std::string_view text)
{
  return text.find(':') != std::string_view::npos &&
         std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_control(c); });
}

bool is_code(std::string_view text) { return !text.empty() && text.front() != ' ' && text.back() != ' '; }

bool is_text(std::string_view text)
{
  return std::none_of(text.begin(), text.end(), is_control) && std::any_of(text.begin(), text.end(), [](char c) { return c != ' '; });
}

bool is_instant(std::string_view text)
{
  return text.size() == 20 && is_partial_date(text.substr(0, 10)) && text[10] == 'T' && is_two_digits(text.substr(11, 2), "23") &&
         text[13] == ':' && is_two_digits(text.substr(14, 2), "59") && text[16] == ':' && is_two_digits(text.substr(17, 2), "59") &&
         text[19] == 'Z';
}
}  // namespace nadir::report::fhir
