#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "segmentation/propagation/depth_values.h"
#include "segmentation/propagation/ray_values.h"
#include "segmentation/radial/sphere_directions.h"

namespace nadir::segmentation
{
/// A lesion's middle, and how far it reaches from there in each direction (mm).
struct RadialShape
{
  const SphereDirections& directions;
  const RayValues& rays;
  std::vector<double> radii;
};

/// How much likelier the values on the way are with a lesion there than without: those of the lesion as at baseline, by depth, against
/// those that the baseline leads to expect outside it, and, where it lay, against those just beside it and around: what moves in when
/// it leaves. Where the lesion is like what lies beyond its border (muscle on T1), that is expected as exactly as the place allows
/// (`EvenDates::error`), and the likelier of both counts: the lesion would else spread there, as its own values are known more narrowly
/// than those of all surroundings.
class RayOdds
{
public:
  using Layers = std::array<double, DepthValues::layers>;

  RayOdds(const FollowUpBlock& block, const EvenDates& dates, const RadialShape& carried, double deviation);

  void assume(InsideSince inside) { lesion_.assume(inside); }

  /// Learns the surroundings anew: 2 to 18 mm from a border (`distance`, negative inside, on the grid of `now`).
  void look_around(const imaging::FloatImage& now, const imaging::FloatImage& distance);

  /// Takes the surroundings to be as they were.
  void look_around_as_before(const FollowUpBlock& block, const EvenDates& dates);

  /// Log odds, lesion against none, for each layer that a sample in this direction may lie in; within +-4, 0 where nothing is seen.
  Layers at(std::size_t direction, const RaySample& sample) const;

  /// How much likelier just any value is than this one where the lesion lay and is none: log odds, within +-4. Above 0 it is neither what
  /// lies beside nor what lies around.
  double strangeness(std::size_t direction, float value) const;

  /// What a voxel of the carried lesion's inside (deeper than 1 mm) would say on average had nothing changed: log odds; 0 without an
  /// inside.
  double unchanged() const;

private:
  double bell(double off, double width) const;
  double beside(std::size_t direction, float value) const;
  double elsewhere(std::size_t direction, const RaySample& sample) const;
  void find_beside(const RadialShape& carried);
  void find_alike(const RadialShape& carried);
  /// Mean of what is expected so many mm beyond the carried border.
  double expected_at(const RadialShape& carried, std::size_t direction, std::span<const double> places) const;

  const RayValues& rays_;
  double deviation_;
  double noise_;
  double bin_width_;
  TissueHistogram around_;  ///< surroundings at follow-up
  DepthValues lesion_;
  std::vector<std::uint8_t> is_alike_;      ///< one a direction: the lesion is hardly brighter or darker than what lies beyond its border
  std::vector<std::vector<float>> beside_;  ///< values just beyond the carried border, in each direction and its neighbours
};
}  // namespace nadir::segmentation
