#pragma once

#include <algorithm>
#include <cstddef>

#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// Trilinear interpolation for inner loops: value and gradient (per voxel, along i, j, k) at a place between voxel centres.
///
/// Inside means within half a voxel of the outermost centres. All values of the image must be finite. The image must outlive this.
class Trilinear
{
public:
  explicit Trilinear(const FloatImage& image)
      : values_(image.values.data()), size_(image.geometry.size()), row_(static_cast<std::ptrdiff_t>(size_.i)),
        slice_(static_cast<std::ptrdiff_t>(size_.i) * size_.j)
  {
  }

  struct Sample
  {
    double value = 0.0;
    ContinuousVoxelIndex gradient;
  };

  bool contains(const ContinuousVoxelIndex& p) const
  {
    return p.i >= -0.5 && p.j >= -0.5 && p.k >= -0.5 && p.i <= size_.i - 0.5 && p.j <= size_.j - 0.5 && p.k <= size_.k - 0.5;
  }

  /// The place must be inside.
  double value(const ContinuousVoxelIndex& p) const
  {
    const Cell c = cell(p);
    const double a = mix(mix(at(c, 0), at(c, c.di), c.fi), mix(at(c, c.dj), at(c, c.di + c.dj), c.fi), c.fj);
    const double b = mix(mix(at(c, c.dk), at(c, c.di + c.dk), c.fi), mix(at(c, c.dj + c.dk), at(c, c.di + c.dj + c.dk), c.fi), c.fj);
    return mix(a, b, c.fk);
  }

  Sample sample(const ContinuousVoxelIndex& p) const
  {
    const Cell c = cell(p);
    const double v000 = at(c, 0), v100 = at(c, c.di), v010 = at(c, c.dj), v110 = at(c, c.di + c.dj);
    const double v001 = at(c, c.dk), v101 = at(c, c.di + c.dk), v011 = at(c, c.dj + c.dk), v111 = at(c, c.di + c.dj + c.dk);
    const double e00 = mix(v000, v100, c.fi), e10 = mix(v010, v110, c.fi), e01 = mix(v001, v101, c.fi), e11 = mix(v011, v111, c.fi);
    const double f0 = mix(e00, e10, c.fj), f1 = mix(e01, e11, c.fj);
    const double along_i = mix(mix(v100 - v000, v110 - v010, c.fj), mix(v101 - v001, v111 - v011, c.fj), c.fk);
    return {mix(f0, f1, c.fk), {along_i, mix(e10 - e00, e11 - e01, c.fk), f1 - f0}};
  }

private:
  struct Cell
  {
    std::ptrdiff_t first, di, dj, dk;
    double fi, fj, fk;
  };

  static double mix(double a, double b, double f) { return a + f * (b - a); }
  double at(const Cell& c, std::ptrdiff_t step) const { return static_cast<double>(values_[c.first + step]); }

  static int low(double place, int count) { return std::clamp(static_cast<int>(place), 0, std::max(count - 2, 0)); }

  Cell cell(const ContinuousVoxelIndex& p) const
  {
    const int i = low(p.i, size_.i), j = low(p.j, size_.j), k = low(p.k, size_.k);
    return {i + j * row_ + k * slice_,     size_.i > 1 ? 1 : 0,           size_.j > 1 ? row_ : 0,       size_.k > 1 ? slice_ : 0,
            std::clamp(p.i - i, 0.0, 1.0), std::clamp(p.j - j, 0.0, 1.0), std::clamp(p.k - k, 0.0, 1.0)};
  }

  const float* values_;
  GridSize size_;
  std::ptrdiff_t row_;
  std::ptrdiff_t slice_;
};
}  // namespace nadir::imaging
