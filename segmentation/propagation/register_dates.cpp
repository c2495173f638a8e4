#include "segmentation/propagation/register_dates.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/geometry/nearest_voxel.h"
#include "imaging/registration/align_rigid.h"
#include "imaging/registration/register_deformable.h"
#include "imaging/units/number_text.h"
#include "segmentation/propagation/distance_map.h"

namespace nadir::segmentation
{
namespace
{
using imaging::FloatImage;

constexpr float silent_depth = -3.0F;        // mm
constexpr float region_width = 30.0F;        // mm
constexpr double farthest_sideways = 130.0;  // mm

/// The grid of the baseline at about 2.5 mm: enough to say where the lesion is.
ImageGeometry coarse_grid(const ImageGeometry& grid)
{
  const auto fewer = [](int count, double step) { return std::max(1, static_cast<int>(std::lround(count * step / std::max(step, 2.5)))); };
  const auto& n = grid.size();
  const auto& s = grid.spacing();
  const GridSize size{fewer(n.i, s.i), fewer(n.j, s.j), fewer(n.k, s.k)};
  const VoxelSpacing spacing{n.i * s.i / size.i, n.j * s.j / size.j, n.k * s.k / size.k};
  const ContinuousVoxelIndex first{0.5 * spacing.i / s.i - 0.5, 0.5 * spacing.j / s.j - 0.5, 0.5 * spacing.k / s.k - 0.5};
  return ImageGeometry::make(size, spacing, grid.voxel_to_patient(first), grid.axes()).value();
}

bool holds(const Mask& mask, PatientPoint point)
{
  const auto v = nearest_voxel(mask.geometry().patient_to_voxel(point));
  return mask.geometry().size().contains(v) && mask.contains(v);
}

/// Distance to the nearest lesion, negative inside.
FloatImage distance_to(std::span<const Mask> lesions, const ImageGeometry& grid)
{
  std::vector<std::uint8_t> bytes;
  bytes.reserve(grid.size().voxels());
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        const PatientPoint point = grid.voxel_to_patient(VoxelIndex{i, j, k});
        bytes.push_back(std::any_of(lesions.begin(), lesions.end(), [&](const Mask& mask) { return holds(mask, point); }) ? 1 : 0);
      }
  return signed_distance_map(grid, bytes);
}

imaging::DeformableConfig deformable_config(const ImageGeometry& baseline, std::span<const Mask> lesions, const DateConfig& config)
{
  imaging::DeformableConfig result;
  result.rigid = config.rigid;
  if (std::all_of(lesions.begin(), lesions.end(), [](const Mask& mask) { return mask.is_empty(); })) return result;
  result.rigid.farthest_sideways = farthest_sideways;
  FloatImage distance = distance_to(lesions, coarse_grid(baseline));
  FloatImage weight = distance;
  for (float& v : weight.values) v = v < silent_depth ? 0.0F : 1.0F;
  for (float& v : distance.values) v = v > 0.0F && v < region_width ? 1.0F : 0.0F;
  result.weight = std::move(weight);
  result.region = std::move(distance);
  return result;
}
/// How far the lesions come to lie to the left or right of where they were in the patient's own coordinates: thighs are 160 mm apart.
double sideways(std::span<const Mask> lesions, const imaging::SavedTransform& found)
{
  double farthest = 0.0;
  for (const auto& mask : lesions)
  {
    if (mask.is_empty()) continue;
    const auto& box = mask.box();
    const PatientPoint middle = mask.geometry().voxel_to_patient(ContinuousVoxelIndex{
        box.first.i + 0.5 * (box.size.i - 1), box.first.j + 0.5 * (box.size.j - 1), box.first.k + 0.5 * (box.size.k - 1)});
    farthest = std::max(farthest, std::abs(found.rigid(middle).left - middle.left));
  }
  return farthest;
}

/// Left and right limbs are alike: one may pass for the other, and its healthy muscle for a lesion that is gone.
Result<imaging::SavedTransform> on_its_side(imaging::SavedTransform found, std::span<const Mask> lesions)
{
  const double moved = sideways(lesions, found);
  if (moved <= farthest_sideways) return found;
  return imaging::not_the_same_place("the lesion's place would lie " + format_fixed(moved, 0) +
                                     " mm farther to the left or right than before, as it does where the other limb is taken for this one");
}
}  // namespace

Result<imaging::SavedTransform> register_dates(const imaging::Volume& baseline, const imaging::Volume& follow_up,
                                               std::span<const Mask> lesions, const DateConfig& config)
{
  if (config.motion == MotionModel::Rigid)
  {
    const auto found = imaging::register_rigid(baseline, follow_up, config.rigid);
    if (!found) return found.failure();
    return on_its_side({found->fixed_to_moving, std::nullopt, found->quality}, lesions);
  }
  const auto found = imaging::register_deformable(baseline, follow_up, deformable_config(baseline.geometry(), lesions, config));
  if (!found) return found.failure();
  return on_its_side({found->fixed_to_moving.rigid(), found->fixed_to_moving.field(), found->quality}, lesions);
}
}  // namespace nadir::segmentation
