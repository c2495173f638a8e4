#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "imaging/geometry/patient_point.h"

namespace nadir::segmentation
{
/// Directions from one point, spread evenly over the sphere (Fibonacci lattice), and which of them lie side by side. Unit vectors, LPS.
class SphereDirections
{
public:
  struct Pair
  {
    std::size_t a = 0;
    std::size_t b = 0;
  };

  /// `count`: at least 12.
  explicit SphereDirections(std::size_t count);

  const std::vector<PatientVector>& all() const { return directions_; }
  /// Neighbours, each pair once: those that are among the six nearest of one another, at least on one side.
  const std::vector<Pair>& pairs() const { return pairs_; }
  /// Number of the direction nearest to a vector of any length.
  std::size_t nearest(PatientVector vector) const;
  /// A value in any direction (unit vector), from the three nearest ones. `values`: one a direction.
  double between(const std::vector<double>& values, PatientVector direction) const;

private:
  std::vector<PatientVector> directions_;
  std::vector<Pair> pairs_;
};
}  // namespace nadir::segmentation
