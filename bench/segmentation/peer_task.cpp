#include "bench/segmentation/peer_task.h"

#include <algorithm>
#include <cmath>

#include "segmentation/lesion/prompt_frame.h"

namespace nadir::bench
{
namespace
{
constexpr double reach = 1.6, core = 0.5, beyond = 1.3;

double radius_of(const segmentation::lesion::PromptFrame& frame, PatientPoint point)
{
  const auto offset = point - frame.center;
  const double height = dot(offset, frame.normal);
  return std::hypot(dot(offset, frame.along) / frame.half_long, dot(offset, frame.across) / frame.half_short,
                    height / (height >= 0.0 ? frame.up : frame.down));
}

/// Voxels around the frame's centre that the ellipsoid may reach.
segmentation::VoxelBox box_around(const ImageGeometry& geometry, const segmentation::lesion::PromptFrame& frame)
{
  const auto middle = geometry.patient_to_voxel(frame.center);
  const double in_slice = reach * std::max(frame.half_long, frame.half_short), along = reach * std::max(frame.up, frame.down);
  const auto& spacing = geometry.spacing();
  const auto& size = geometry.size();
  const auto low = [](double at, double half) { return std::max(0, static_cast<int>(std::floor(at - half))); };
  const auto high = [](double at, double half, int count) { return std::min(count - 1, static_cast<int>(std::ceil(at + half))); };
  const VoxelIndex first{low(middle.i, in_slice / spacing.i), low(middle.j, in_slice / spacing.j), low(middle.k, along / spacing.k)};
  return {first,
          {high(middle.i, in_slice / spacing.i, size.i) - first.i + 1, high(middle.j, in_slice / spacing.j, size.j) - first.j + 1,
           high(middle.k, along / spacing.k, size.k) - first.k + 1}};
}
}  // namespace

PeerTask peer_task(const imaging::Volume& image, const segmentation::LesionPrompt& axes)
{
  const auto& geometry = image.geometry();
  const auto frame = segmentation::lesion::frame_of_axes(geometry, axes);
  PeerTask task{box_around(geometry, frame), geometry.spacing(), {}, {}, {}, {}};
  const auto& [first, size] = task.box;
  for (int k = first.k; k < first.k + size.k; ++k)
    for (int j = first.j; j < first.j + size.j; ++j)
      for (int i = first.i; i < first.i + size.i; ++i)
      {
        const double radius = radius_of(frame, geometry.voxel_to_patient(VoxelIndex{i, j, k}));
        task.values.push_back(image.value({i, j, k}));
        task.radius.push_back(static_cast<float>(radius));
        task.inside.push_back(radius < core ? 1 : 0);
        task.outside.push_back(radius > beyond ? 1 : 0);
      }
  return task;
}

double dice_of(const PeerTask& task, const BlockMask& lesion, const segmentation::Mask& truth)
{
  std::uint64_t both = 0, found = 0;
  std::size_t n = 0;
  const auto& [first, size] = task.box;
  for (int k = first.k; k < first.k + size.k; ++k)
    for (int j = first.j; j < first.j + size.j; ++j)
      for (int i = first.i; i < first.i + size.i; ++i)
        if (lesion[n++] != 0) ++found, both += truth.contains({i, j, k}) ? 1U : 0U;
  return 2.0 * static_cast<double>(both) / static_cast<double>(found + truth.count());
}
}  // namespace nadir::bench
