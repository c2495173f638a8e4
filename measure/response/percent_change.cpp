#include "measure/response/percent_change.h"

#include <cstdlib>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
/// numerator / denominator rounded half away from zero; both 0 or more.
std::int64_t rounded_quotient(std::int64_t numerator, std::int64_t denominator)
{
  return (2 * numerator + denominator) / (2 * denominator);
}

/// 301 -> "30.1", 2996 with two decimals -> "29.96".
std::string decimal_text(std::int64_t value, int decimals)
{
  const std::int64_t unit = decimals == 1 ? 10 : 100;
  return std::to_string(value / unit) + '.' + std::to_string(unit + value % unit).substr(1);
}

std::string limit_text(int permille) { return permille % 10 == 0 ? std::to_string(permille / 10) : decimal_text(permille, 1); }

std::string size_text(std::int64_t size, std::int64_t reference, int limit_permille)
{
  const bool below_limit = 1000 * size < limit_permille * reference;
  const auto tenths = rounded_quotient(1000 * size, reference);
  if (!below_limit || tenths < limit_permille) return decimal_text(tenths, 1) + " %";
  const auto hundredths = 10000 * size / reference;  // cut off, so that it cannot reach the limit either
  return decimal_text(hundredths, 2) + " % (below " + limit_text(limit_permille) + " %)";
}
}  // namespace

PercentChange percent_change(ReportedLength reference, ReportedLength current, int decrease_permille, int increase_permille)
{
  NADIR_EXPECTS(reference > ReportedLength{});
  const auto difference = (current - reference).micrometers();
  const bool fell = difference < 0;
  const auto text = size_text(std::llabs(difference), reference.micrometers(), fell ? decrease_permille : increase_permille);
  return {100.0 * static_cast<double>(difference) / static_cast<double>(reference.micrometers()),
          std::string(1, fell ? '-' : '+').append(text)};
}
}  // namespace nadir::measure
