#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "segmentation/propagation/compared_series.h"
#include "segmentation/propagation/ray_odds.h"
#include "segmentation/propagation/ray_values.h"
#include "segmentation/radial/sphere_directions.h"

namespace nadir::segmentation
{
/// What all kinds of image together say for or against a lesion, seen from the middle of the carried one. Deterministic.
class RayEvidence
{
public:
  /// Both are kept by reference.
  RayEvidence(const ComparedDates& dates, const SphereDirections& directions);
  RayEvidence(const RayEvidence&) = delete;
  RayEvidence& operator=(const RayEvidence&) = delete;

  PatientPoint middle() const { return rays().middle; }
  /// Samples along a direction, at `RayValues::radius_of`.
  std::size_t steps() const { return rays().steps; }
  /// How far the carried lesion reaches, mm, one a direction.
  const std::vector<double>& carried() const { return carried_; }

  void assume(InsideSince inside);

  /// Learns the surroundings anew, what was found (a byte a voxel of the block) left out.
  void look_around(const std::vector<std::uint8_t>& found);

  /// Takes the surroundings to be as they were at baseline.
  void look_around_as_before();

  /// Log odds, lesion against none, of one place, for each layer below the border that it may lie in.
  RayOdds::Layers at(std::size_t direction, std::size_t n) const;

  /// What a voxel of the carried lesion's inside would say on average had nothing changed: log odds.
  double unchanged() const;

  /// Voxels where the lesion lay whose values, averaged nearby, are neither those beside nor those around it: a dead core without its rim.
  /// Of the kind of image that shows most of them.
  double strange_voxels() const;

private:
  /// One kind of image from the lesion's middle.
  struct Sight
  {
    Sight(const ComparedSeries& series, const SphereDirections& directions);

    EvenDates dates;
    RayValues rays;
    Weighting weighting;
    float brightest;  ///< all but 5 % of the lesion's values at baseline lie below
  };

  static std::vector<Sight> sights_of(const ComparedDates& dates, const SphereDirections& directions);
  const RayValues& rays() const { return sights_.front().rays; }
  void add_odds(const ComparedSeries& series);
  RayOdds::Layers said_by_witness(std::size_t sight, std::size_t direction, std::size_t n) const;
  double strange_voxels(std::size_t sight) const;

  const ComparedDates& dates_;
  const SphereDirections& directions_;
  std::vector<Sight> sights_;    ///< of the series that the lesion was drawn on, then of the witnesses
  std::vector<double> carried_;  ///< mm
  std::vector<RayOdds> odds_;    ///< one a sight
  bool tells_oedema_;
};
}  // namespace nadir::segmentation
