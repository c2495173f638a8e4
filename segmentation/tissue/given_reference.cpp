#include "segmentation/tissue/given_reference.h"

#include <limits>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/units/number_text.h"
#include "segmentation/tissue/reference_scale.h"

namespace nadir::segmentation
{
namespace
{
/// Median absolute deviation of one tissue as a part of its level; muscle at a signal-to-noise ratio of 5 has 0.13, noise in air 0.38
/// (Rayleigh).
constexpr double most_scatter = 0.3;

/// Voxels of the lesion's grid within the reference that a person gave, none of them in the lesion.
std::vector<VoxelIndex> voxels_given(const Mask& lesion, const ReferenceConfig& config)
{
  const auto& geometry = lesion.geometry();
  const auto& size = geometry.size();
  std::vector<VoxelIndex> voxels;
  const auto is_given = [&](VoxelIndex voxel)
  {
    const auto place = geometry.voxel_to_patient(voxel);
    if (!config.mask) return distance(place, *config.point).value() <= config.radius;
    return config.mask->contains(nearest_voxel(config.mask->geometry().patient_to_voxel(place)));
  };
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (const VoxelIndex voxel{i, j, k}; is_given(voxel) && !lesion.contains(voxel)) voxels.push_back(voxel);
  return voxels;
}

Mask mask_of(const Mask& lesion, const std::vector<VoxelIndex>& voxels)
{
  const auto& size = lesion.geometry().size();
  std::vector<std::uint8_t> bytes(size.voxels(), 0);
  for (const auto& v : voxels)
    bytes[(static_cast<std::size_t>(v.k) * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(v.j)) *
              static_cast<std::size_t>(size.i) +
          static_cast<std::size_t>(v.i)] = 1;
  return Mask::from_grid(lesion.geometry(), bytes);
}

/// Distance from the lesion of the place nearest to the middle one of the voxels.
double distance_of(const std::vector<VoxelIndex>& voxels, const ReferencePlaces& places)
{
  const auto middle = places.grid.voxel_to_patient(voxels[voxels.size() / 2]);
  double nearest = std::numeric_limits<double>::infinity(), result = 0.0;
  for (std::size_t n = 0; n < places.voxels.size(); ++n)
    if (const double away = distance(places.point(n), middle).value(); away < nearest)
      nearest = away, result = static_cast<double>(places.distance[n]);
  return result;
}
}  // namespace

Result<ReferenceFound> given_reference(const Mask& lesion, const TissueChannels& channels, const ReferencePlaces& places,
                                       const ReferenceConfig& config)
{
  const auto voxels = voxels_given(lesion, config);
  if (voxels.size() < 10)
    return Failure{TissueError::NoReference,
                   "the reference tissue that was given has fewer than 10 voxels outside the lesion (its level would be chance). "
                   "Mark a piece of muscle, or in a head normal brain, beside the lesion."};
  const auto block = mask_of(lesion, voxels).box();
  const auto readers = readers_of(channels, lesion.geometry(), block);
  ReferenceFound found{.tissue = {.source = config.mask ? ReferenceSource::Mask : ReferenceSource::Point,
                                  .mask = mask_of(lesion, voxels),
                                  .voxels = voxels.size(),
                                  .distance = distance_of(voxels, places)},
                       .fat_before_contrast = channels.t1 ? channels.t1->fat : FatSignal::Unknown};
  TissueSamples samples;
  for (const auto& voxel : voxels) samples.places.push_back(lesion.geometry().voxel_to_patient(voxel));
  for (const auto kind : channel_kinds)
  {
    if (kind == ChannelKind::Adc || !channel_of(channels, kind)) continue;
    samples.values = readers[index_of(kind)]->at(voxels);
    const auto& scale = found.scales[index_of(kind)] = reference_scale(samples, signal_zero_of(*channel_of(channels, kind)->image));
    if (scale && scale->deviation > most_scatter)
      return Failure{
          TissueError::NoReference,
          "the reference tissue that was given scatters by " + format_fixed(100.0 * scale->deviation, 0) + " % around its level in the " +
              std::string(name_of(kind)) +
              " image (air, bone or several tissues). Mark an even piece of muscle, or in a head normal brain, beside the lesion."};
    if (!scale)
      return Failure{TissueError::NoReference,
                     "the reference tissue that was given lies outside the " + std::string(name_of(kind)) +
                         " image or gives no signal there. Mark muscle, or in a head normal brain, that all images show."};
  }
  return found;
}
}  // namespace nadir::segmentation
