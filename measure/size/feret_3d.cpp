#include "measure/size/feret_3d.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
constexpr double tie_mm = 1e-9;

/// A circle that holds every point of a level, and its height.
struct Disc
{
  PlanePoint center;
  double radius = 0.0;
  double height = 0.0;
};

Disc disc_round(const SurfaceLevel& level)
{
  PlanePoint low = level.hull.front(), high = low;
  for (const auto& point : level.hull)
  {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  Disc disc{0.5 * (low + high), 0.0, level.height};
  for (const auto& point : level.hull) disc.radius = std::max(disc.radius, distance(disc.center, point));
  return disc;
}

struct LevelPair
{
  std::size_t lower = 0;
  std::size_t upper = 0;
  double at_most = 0.0;  ///< no chord between the two levels is longer
};

double longest_possible(const Disc& a, const Disc& b)
{
  return std::hypot(distance(a.center, b.center) + a.radius + b.radius, a.height - b.height);
}

std::vector<LevelPair> pairs_of(const std::vector<SurfaceLevel>& levels)
{
  std::vector<Disc> discs;
  for (const auto& level : levels) discs.push_back(level.hull.empty() ? Disc{} : disc_round(level));
  std::vector<LevelPair> pairs;
  for (std::size_t lower = 0; lower < levels.size(); ++lower)
    for (std::size_t upper = lower; upper < levels.size(); ++upper)
      if (!levels[lower].hull.empty() && !levels[upper].hull.empty())
        pairs.push_back({lower, upper, longest_possible(discs[lower], discs[upper])});
  std::sort(pairs.begin(), pairs.end(),
            [](const LevelPair& a, const LevelPair& b)
            { return std::tuple(-a.at_most, a.lower, a.upper) < std::tuple(-b.at_most, b.lower, b.upper); });
  return pairs;
}

bool is_longer(const SpaceChord& a, const SpaceChord& b)
{
  if (a.length > b.length + tie_mm) return true;
  const auto order = [](const SpaceChord& c) { return std::tuple(c.from.height, c.to.height, c.from.place, c.to.place); };
  return a.length >= b.length - tie_mm && order(a) < order(b);
}

void consider_levels(const SurfaceLevel& lower, const SurfaceLevel& upper, SpaceChord& longest)
{
  const double rise = upper.height - lower.height;
  for (const auto& from : lower.hull)
    for (const auto& to : upper.hull)
    {
      const double squared = squared_distance(from, to) + rise * rise;
      if (squared < (longest.length - tie_mm) * (longest.length - tie_mm) && longest.length > tie_mm) continue;
      const SpaceChord chord{{lower.height, from}, {upper.height, to}, std::sqrt(squared)};
      if (is_longer(chord, longest)) longest = chord;
    }
}

SpaceChord single_point(const std::vector<SurfaceLevel>& levels)
{
  const auto level = std::find_if(levels.begin(), levels.end(), [](const SurfaceLevel& l) { return !l.hull.empty(); });
  NADIR_EXPECTS(level != levels.end());
  const LevelPoint point{level->height, level->hull.front()};
  return {point, point, 0.0};
}
}  // namespace

SpaceChord farthest_points(const std::vector<SurfaceLevel>& levels)
{
  auto longest = single_point(levels);
  for (const auto& [lower, upper, at_most] : pairs_of(levels))
  {
    if (at_most < longest.length - tie_mm) break;
    consider_levels(levels[lower], levels[upper], longest);
  }
  return longest;
}
}  // namespace nadir::measure
