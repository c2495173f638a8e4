#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// Values between the voxel centres of a box of an image, by trilinear interpolation, from the voxels as they are stored: nothing is
/// copied.
///
/// Places are indices relative to the box's first voxel. The rule is that of `imaging::sample` on an image of the box alone: inside means
/// within half a voxel of the outermost centres; NaN outside, or where a value that counts is not finite. The box lies in the image, which
/// must outlive this.
template <class Stored> class PartSampler
{
public:
  PartSampler(const std::vector<Stored>& stored, const imaging::Volume& image, const VoxelBox& box)
      : size_(box.size), row_(static_cast<std::size_t>(image.geometry().size().i)),
        slice_(row_ * static_cast<std::size_t>(image.geometry().size().j)),
        first_(stored.data() + static_cast<std::size_t>(box.first.k) * slice_ + static_cast<std::size_t>(box.first.j) * row_ +
               static_cast<std::size_t>(box.first.i)),
        rescale_(std::span(image.rescale()).subspan(static_cast<std::size_t>(box.first.k), static_cast<std::size_t>(box.size.k)))
  {
  }

  float operator()(ContinuousVoxelIndex place) const
  {
    if (!is_within(place.i, size_.i) || !is_within(place.j, size_.j) || !is_within(place.k, size_.k))
      return std::numeric_limits<float>::quiet_NaN();
    const Pair i = pair_at(place.i, size_.i), j = pair_at(place.j, size_.j), k = pair_at(place.k, size_.k);
    const double front = in_slice(i, j, k.low);
    const double value = k.weight == 0.0 ? front : mixed(front, in_slice(i, j, k.high), k.weight);
    return std::isfinite(value) ? static_cast<float>(value) : std::numeric_limits<float>::quiet_NaN();
  }

private:
  /// The two voxels around a place on one axis, and the weight of the second.
  struct Pair
  {
    std::size_t low;
    std::size_t high;
    double weight;
  };

  static bool is_within(double place, int count) { return place >= -0.5 && place <= count - 0.5; }

  static Pair pair_at(double place, int count)
  {
    const double inside = std::clamp(place, 0.0, static_cast<double>(count - 1));
    const int low = std::min(static_cast<int>(inside), std::max(count - 2, 0));
    return {static_cast<std::size_t>(low), static_cast<std::size_t>(std::min(low + 1, count - 1)), inside - low};
  }

  /// A weight of 0 or 1 keeps what is not finite on the other side out.
  static double mixed(double low, double high, double weight)
  {
    return weight == 0.0 ? low : weight == 1.0 ? high : low + weight * (high - low);
  }

  double in_slice(const Pair& i, const Pair& j, std::size_t k) const { return mixed(in_row(i, j.low, k), in_row(i, j.high, k), j.weight); }
  double in_row(const Pair& i, std::size_t j, std::size_t k) const { return mixed(value(i.low, j, k), value(i.high, j, k), i.weight); }

  double value(std::size_t i, std::size_t j, std::size_t k) const
  {
    const auto& rescale = rescale_[k];
    const auto stored = static_cast<double>(first_[k * slice_ + j * row_ + i]);
    return static_cast<double>(static_cast<float>(stored * rescale.slope + rescale.intercept));
  }

  GridSize size_;
  std::size_t row_;
  std::size_t slice_;
  const Stored* first_;
  std::span<const imaging::Rescale> rescale_;
};
}  // namespace nadir::segmentation
