#include "reading/record/canonical_text.h"

#include <cmath>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"

namespace nadir::reading
{
void CanonicalText::begin_value()
{
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void CanonicalText::open(char bracket)
{
  begin_value();
  out_ += bracket;
  needs_comma_ = false;
}

void CanonicalText::close(char bracket)
{
  out_ += bracket;
  needs_comma_ = true;
}

void CanonicalText::quote(std::string_view value)
{
  constexpr std::string_view digits = "0123456789abcdef";
  out_ += '"';
  for (const char c : value)
  {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') (out_ += '\\') += c;
    else if (byte < 0x20) ((out_ += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
    else out_ += c;
  }
  out_ += '"';
}

void CanonicalText::key(std::string_view name)
{
  begin_value();
  quote(name);
  out_ += ':';
  needs_comma_ = false;
}

void CanonicalText::text(std::string_view value)
{
  begin_value();
  quote(value);
}

void CanonicalText::number(double value)
{
  NADIR_EXPECTS(std::isfinite(value));
  begin_value();
  out_ += format_number(value == 0.0 ? 0.0 : value);
}

void CanonicalText::integer(std::int64_t value)
{
  begin_value();
  out_ += std::to_string(value);
}

void CanonicalText::boolean(bool value)
{
  begin_value();
  out_ += value ? "true" : "false";
}
}  // namespace nadir::reading
