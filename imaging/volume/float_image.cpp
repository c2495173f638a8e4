#include "imaging/volume/float_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nadir::imaging
{
namespace
{
/// The two voxels around a place on one axis, and the weight of the second.
struct Neighbours
{
  int low = 0;
  int high = 0;
  double weight = 0.0;
};

std::optional<Neighbours> neighbours(double place, int count)
{
  if (!(place >= -0.5 && place <= count - 0.5)) return std::nullopt;
  const double inside = std::clamp(place, 0.0, static_cast<double>(count - 1));
  const int low = std::min(static_cast<int>(inside), std::max(count - 2, 0));
  return Neighbours{low, std::min(low + 1, count - 1), inside - low};
}

double mixed(double low, double high, double weight) { return weight == 0.0 ? low : weight == 1.0 ? high : low + weight * (high - low); }

double along_row(const FloatImage& image, const Neighbours& i, int j, int k)
{
  const std::size_t row = image.offset({0, j, k});
  return mixed(static_cast<double>(image.values[row + static_cast<std::size_t>(i.low)]),
               static_cast<double>(image.values[row + static_cast<std::size_t>(i.high)]), i.weight);
}
}  // namespace

FloatImage float_image_of(const Volume& volume)
{
  FloatImage image{volume.geometry(), {}};
  image.values.reserve(image.geometry.size().voxels());
  for (int k = 0; k < image.geometry.size().k; ++k)
  {
    const auto slice = volume.slice(k);
    image.values.insert(image.values.end(), slice.begin(), slice.end());
  }
  return image;
}

Volume volume_of(FloatImage image, std::string unit)
{
  const auto slices = static_cast<std::size_t>(image.geometry.size().k);
  return Volume(std::move(image.geometry), std::move(image.values), std::vector<Rescale>(slices), std::move(unit));
}

std::optional<float> sample(const FloatImage& image, ContinuousVoxelIndex index)
{
  const auto& size = image.geometry.size();
  const auto i = neighbours(index.i, size.i), j = neighbours(index.j, size.j), k = neighbours(index.k, size.k);
  if (!i || !j || !k) return std::nullopt;
  const double front = mixed(along_row(image, *i, j->low, k->low), along_row(image, *i, j->high, k->low), j->weight);
  const double back =
      k->weight == 0.0 ? front : mixed(along_row(image, *i, j->low, k->high), along_row(image, *i, j->high, k->high), j->weight);
  const double value = mixed(front, back, k->weight);
  if (!std::isfinite(value)) return std::nullopt;
  return static_cast<float>(value);
}

std::optional<float> sample(const FloatImage& image, PatientPoint point) { return sample(image, image.geometry.patient_to_voxel(point)); }
}  // namespace nadir::imaging
