#include "report/document/glance_timepoints.h"

#include <numeric>
#include <set>

namespace nadir::report
{
namespace
{
constexpr std::size_t most = 4;

/// The nadir that the latest time point was judged from: the earliest of the smallest sums before it.
std::size_t place_of_nadir(const measure::Assessment& assessment)
{
  std::size_t place = 0;
  std::optional<Millimeters> least;
  for (std::size_t t = 0; t + 1 < assessment.timepoints.size(); ++t)
  {
    const auto& sum = assessment.timepoints[t].response.sum_of_diameters;
    if (!sum || (least && !(*sum < *least))) continue;
    least = sum;
    place = t;
  }
  return place;
}
}  // namespace

std::vector<std::size_t> glance_timepoints(const measure::Assessment& assessment)
{
  const std::size_t count = assessment.timepoints.size();
  if (count > most)
  {
    const std::set<std::size_t> shown{0, place_of_nadir(assessment), count - 2, count - 1};
    return {shown.begin(), shown.end()};
  }
  std::vector<std::size_t> all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}
}  // namespace nadir::report
