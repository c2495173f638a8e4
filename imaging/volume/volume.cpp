#include "imaging/volume/volume.h"

#include <utility>

namespace nadir::imaging
{
namespace
{
std::size_t count_of(const StoredVoxels& voxels)
{
  return std::visit([](const auto& values) { return values.size(); }, voxels);
}

float physical(double stored, const Rescale& rescale) { return static_cast<float>(stored * rescale.slope + rescale.intercept); }
}  // namespace

Volume::Volume(ImageGeometry geometry, StoredVoxels voxels, std::vector<Rescale> rescale_per_slice, std::string unit)
    : geometry_(std::move(geometry)), voxels_(std::move(voxels)), rescale_(std::move(rescale_per_slice)), unit_(std::move(unit))
{
  NADIR_EXPECTS(count_of(voxels_) == geometry_.size().voxels());
  NADIR_EXPECTS(rescale_.size() == static_cast<std::size_t>(geometry_.size().k));
}

float Volume::value(VoxelIndex index) const
{
  NADIR_EXPECTS(geometry_.size().contains(index));
  const auto& size = geometry_.size();
  const auto offset = (static_cast<std::size_t>(index.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(index.j)) *
                          static_cast<std::size_t>(size.i) +
                      static_cast<std::size_t>(index.i);
  const auto& rescale = rescale_[static_cast<std::size_t>(index.k)];
  return std::visit([&](const auto& values) { return physical(static_cast<double>(values[offset]), rescale); }, voxels_);
}

std::vector<float> Volume::slice(int k) const
{
  NADIR_EXPECTS(k >= 0 && k < geometry_.size().k);
  const auto count = static_cast<std::size_t>(geometry_.size().i) * static_cast<std::size_t>(geometry_.size().j);
  const auto first = static_cast<std::size_t>(k) * count;
  const auto& rescale = rescale_[static_cast<std::size_t>(k)];
  std::vector<float> values(count);
  std::visit(
      [&](const auto& stored)
      {
        for (std::size_t n = 0; n < count; ++n) values[n] = physical(static_cast<double>(stored[first + n]), rescale);
      },
      voxels_);
  return values;
}
}  // namespace nadir::imaging
