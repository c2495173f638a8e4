#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "imaging/geometry/voxel_index.h"
#include "imaging/registration/cubic_spline.h"

namespace nadir::imaging
{
/// Cubic B-splines between control points of a lattice, evaluated at the points of a second, finer grid along the same axes; and the
/// adjoint.
///
/// One component at a time, plain arrays, i fastest. Linear: expanded(a + b) = expanded(a) + expanded(b).
class SplineBasis
{
public:
  /// Points n = 0 .. count - 1 of an axis lie at first + n * step, in units of control points; the lattice has `controls` of them.
  struct Axis
  {
    int count = 1;
    int controls = 1;
    double first = 0.0;
    double step = 1.0;
  };

  SplineBasis(const Axis& i, const Axis& j, const Axis& k);

  /// Values at all points.
  std::vector<float> expanded(const std::vector<float>& controls) const;
  /// For each control point the sum over all points of value times weight.
  std::vector<float> gathered(const std::vector<float>& values) const;

  std::size_t control_count() const { return count(controls_); }
  GridSize controls() const { return controls_; }

private:
  struct Tap
  {
    std::array<std::size_t, 4> control{};
    std::array<float, 4> weight{};
  };
  using Taps = std::vector<Tap>;
  static Taps taps_of(const Axis& axis);
  static std::size_t count(const GridSize& size) { return size.voxels(); }

  Taps i_, j_, k_;
  GridSize controls_, points_;
};
}  // namespace nadir::imaging
