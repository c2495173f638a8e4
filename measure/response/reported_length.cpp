#include "measure/response/reported_length.h"

#include <cmath>
#include <cstdlib>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
/// Half away from zero; within a billionth of a tie counts as the tie.
std::int64_t rounded_half_away(double value)
{
  constexpr double tie_tolerance = 1e-9;
  const double size = std::abs(value);
  const auto whole = static_cast<std::int64_t>(std::floor(size + 0.5 + tie_tolerance * (1.0 + size)));
  return value < 0.0 ? -whole : whole;
}

std::string digits_of(std::int64_t micrometers)
{
  const auto size = std::llabs(micrometers);
  auto fraction = std::to_string(1000 + size % 1000).substr(1);
  while (fraction.size() > 1 && fraction.back() == '0') fraction.pop_back();
  return std::to_string(size / 1000) + '.' + fraction;
}
}  // namespace

ReportedLength ReportedLength::rounded(Millimeters raw, ReportedLength quantum)
{
  NADIR_EXPECTS(quantum.micrometers_ > 0 && std::isfinite(raw.value()));
  const auto step = static_cast<double>(quantum.micrometers_);
  return ReportedLength{rounded_half_away(raw.value() * 1000.0 / step) * quantum.micrometers_};
}

std::string in_words(ReportedLength length)
{
  std::string text = length.micrometers() < 0 ? "-" : "";
  return text.append(digits_of(length.micrometers())).append(" mm");
}

std::string in_words_signed(ReportedLength difference)
{
  std::string text = difference.micrometers() < 0 ? "-" : "+";
  return text.append(digits_of(difference.micrometers())).append(" mm");
}
}  // namespace nadir::measure
