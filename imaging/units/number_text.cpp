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
}  // namespace

std::optional<double> parse_number(std::string_view text)
{
  const auto value = parse_whole<double>(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text) { return parse_whole<std::int64_t>(text); }

std::string format_number(double value)
{
  std::array<char, 40> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value == 0.0 ? 0.0 : value);
  return error == std::errc{} ? std::string(text.data(), end) : std::string{};
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
