#include "segmentation/propagation/compared_series.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nadir::segmentation
{
namespace
{
/// Whether both dates are seen within the lesion and 8 mm around it, but for a fiftieth.
bool shows_the_place(const FollowUpBlock& block)
{
  constexpr float around = 8.0F;  // mm
  constexpr double least = 0.98;
  double place = 0.0, seen = 0.0;
  for (std::size_t n = 0; n < block.distance.values.size(); ++n)
  {
    if (!(block.distance.values[n] < around)) continue;
    place += 1.0;
    seen += std::isfinite(block.follow_up.values[n]) && std::isfinite(block.baseline.values[n]) ? 1.0 : 0.0;
  }
  return place > 0.0 && seen >= least * place;
}
}  // namespace

bool tells_oedema(const ComparedDates& dates)
{
  const auto is_enhanced = [](const ComparedSeries& seen) { return seen.weighting == Weighting::Enhanced; };
  return is_enhanced(dates.drawn) || std::any_of(dates.witnesses.begin(), dates.witnesses.end(), is_enhanced);
}

std::optional<ComparedSeries> witness_of(const ComparedSeries& drawn, const DatedPair& pair, Weighting weighting)
{
  constexpr double least_agreement = 0.4;
  auto block = seen_on(drawn.block, pair);
  if (!shows_the_place(block)) return std::nullopt;
  auto expected = expected_values(block);
  if (!expected || expected->agreement < least_agreement) return std::nullopt;
  return ComparedSeries{std::move(block), std::move(*expected), weighting};
}
}  // namespace nadir::segmentation
