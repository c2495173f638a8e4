#include "report/document/isolated_words.h"

#include "imaging/units/utf8_text.h"

namespace nadir::report
{
namespace
{
constexpr char32_t begin_isolate = 0x2067, end_isolate = 0x2069;

bool is_eastern_digit(char32_t c) { return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9); }

/// Blocks of scripts that run from right to left (Unicode 15, DerivedBidiClass).
bool runs_to_the_left(char32_t c)
{
  const bool is_in_block = (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
                           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
  return is_in_block && !is_eastern_digit(c);
}

bool may_join_words(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x200C || c == 0x200D; }
}  // namespace

std::string isolated_words(std::string_view utf8)
{
  std::string out, between;
  bool is_inside = false;
  const auto leave = [&]
  {
    if (is_inside) append_utf8(out, end_isolate);
    is_inside = false;
    out += between;
    between.clear();
  };
  while (!utf8.empty())
  {
    const CodePoint next = first_code_point(utf8);
    utf8.remove_prefix(next.bytes);
    if (runs_to_the_left(next.value))
    {
      if (!is_inside) append_utf8(out, begin_isolate);
      is_inside = true;
      out += between;
      between.clear();
      append_utf8(out, next.value);
      continue;
    }
    if (!may_join_words(next.value)) leave();
    append_utf8(is_inside ? between : out, next.value);
  }
  leave();
  return out;
}
}  // namespace nadir::report
