#include "segmentation/propagation/surely_gone.h"

#include <algorithm>
#include <cmath>

#include "segmentation/propagation/change_map.h"

namespace nadir::segmentation
{
namespace
{
/// Hardly any voxel deeper than 1 mm: an error of position alone could make it disappear.
bool is_thin(const FollowUpBlock& block)
{
  const auto& d = block.distance.values;
  return std::count_if(d.begin(), d.end(), [](float v) { return v < -1.0F; }) < 50;
}

/// What the follow-up shows plainly otherwise than the baseline leads to expect, as shares of the tissue just around the carried lesion.
struct ChangeAround
{
  double any = 1.0;
  double to_lesion = 1.0;  ///< now nearer to the values of the lesion than to those expected
};

ChangeAround change_around(const ComparedSeries& seen)
{
  constexpr float nearest = 1.0F, farthest = 6.0F;  // mm: what a lesion leaves when it goes moves less
  constexpr double plainly = 4.0;                   // deviations
  const auto lesion = expected_inside(seen.block, seen.expected);
  const auto& distance = seen.block.distance.values;
  double around = 0.0, any = 0.0, to_lesion = 0.0;
  for (std::size_t n = 0; n < distance.size(); ++n)
  {
    const auto value = static_cast<double>(seen.block.follow_up.values[n]);
    const double off = std::abs(value - static_cast<double>(seen.expected.values.values[n]));
    if (!(distance[n] > nearest && distance[n] < farthest) || !std::isfinite(off)) continue;
    around += 1.0;
    if (off <= plainly * seen.expected.deviation) continue;
    any += 1.0;
    if (lesion && std::abs(value - *lesion) < off) to_lesion += 1.0;
  }
  return around == 0.0 ? ChangeAround{} : ChangeAround{any / around, to_lesion / around};
}

/// A lesion that has grown and died within looks like its surroundings where it lay, but not around: a lesion that is gone leaves these as
/// they were, but for tissue that moves into its place. The farther surroundings say how much of that may be: their correlation with the
/// baseline was 0.94 and more where lesions were gone, 0.41 to 0.61 where they had grown and died. A thin living rim around a small lesion
/// leaves them as they were, but stands where no lesion was (0.2 of the tissue around, 0.001 where the lesion is gone).
bool has_left_its_surroundings(const ComparedSeries& seen)
{
  constexpr double well_known = 0.8;  // correlation of the surroundings
  constexpr double most_to_lesion = 0.03;
  const auto change = change_around(seen);
  return change.to_lesion <= most_to_lesion && change.any <= (seen.expected.agreement >= well_known ? 0.4 : 0.2);
}

/// Whether the place of the lesion looks like its surroundings.
bool looks_gone(const ComparedSeries& seen)
{
  constexpr double most = -0.7;  // log odds a voxel, lesion against surroundings
  if (seen.expected.agreement < least_agreement_of_dates) return false;
  return described(seen.block, seen.expected, std::vector<std::uint8_t>(seen.block.distance.values.size())).carried_evidence <= most;
}
}  // namespace

bool is_surely_gone(const ComparedDates& dates, const FittedLesion& found)
{
  std::vector<const ComparedSeries*> all{&dates.drawn};
  for (const auto& witness : dates.witnesses) all.push_back(&witness);
  if (is_thin(dates.drawn.block) || found.may_hide) return false;
  const auto shows_it = [](const ComparedSeries* seen) { return looks_gone(*seen) && has_left_its_surroundings(*seen); };
  return std::any_of(all.begin(), all.end(), shows_it);
}
}  // namespace nadir::segmentation
