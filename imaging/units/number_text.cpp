#include "imaging/units/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace nadir
{
namespace
{
std::string_view without_plus(std::string_view text)
{
  if (text.size() > 1 && text.front() == '+' && text[1] != '-' && text[1] != '+') text.remove_prefix(1);
  return text;
}

template <class Number> std::optional<Number> parse_whole(std::string_view text)
{
  const auto digits = without_plus(text);
  Number value{};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return value;
}

double rounded_half_away(double value, int decimals)
{
  const double scale = std::pow(10.0, decimals);
  const double scaled = value * scale;
  if (std::abs(scaled) > 1e15) return value;
  // The nudge undoes the representation error of decimal ties such as 1.005.
  const double nudge = std::abs(scaled) * 1e-12;
  return std::copysign(std::floor(std::abs(scaled) + nudge + 0.5), scaled) / scale;
}
/// Whole thousandths of a multiple of 0.001 from 0 to below 100,000, as most reported numbers are; others -> nullopt.
std::optional<int> whole_thousandths(double value)
{
  if (!(value >= 0.0 && value < 100'000.0)) return std::nullopt;
  const auto thousandths = static_cast<int>(value * 1000.0 + 0.5);
  return thousandths / 1000.0 == value ? std::optional(thousandths) : std::nullopt;
}

/// At most eight digits name a double alone, so this is the shortest text that reads back the same.
void append_thousandths(std::string& text, int thousandths)
{
  std::array<char, 12> digits{};
  auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), thousandths / 1000).ptr;
  auto rest = thousandths % 1000;
  if (rest > 0) *end++ = '.';
  for (int unit = 100; rest > 0; rest %= unit, unit /= 10) *end++ = static_cast<char>('0' + rest / unit);
  text.append(digits.data(), end);
}
}  // namespace

std::optional<double> parse_number(std::string_view text)
{
  const auto value = parse_whole<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) { return parse_whole<std::int64_t>(text); }

void append_number(std::string& text, double value)
{
  if (const auto thousandths = whole_thousandths(value)) return append_thousandths(text, *thousandths);
  std::array<char, 40> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value == 0.0 ? 0.0 : value);
  if (error == std::errc{}) text.append(digits.data(), end);
}

std::string format_number(double value)
{
  std::string text;
  append_number(text, value);
  return text;
}

std::string format_fixed(double value, int decimals)
{
  double rounded = rounded_half_away(value, decimals);
  if (rounded == 0.0) rounded = 0.0;
  std::array<char, 400> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), rounded, std::chars_format::fixed, decimals);
  return error == std::errc{} ? std::string(text.data(), end) : std::string{};
}
}  // namespace nadir
