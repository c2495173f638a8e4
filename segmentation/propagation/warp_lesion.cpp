#include "segmentation/propagation/warp_lesion.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "imaging/registration/resample.h"
#include "imaging/registration/trilinear.h"
#include "segmentation/propagation/distance_map.h"

namespace nadir::segmentation
{
namespace
{
using imaging::FloatImage;

/// First and last voxel along each axis.
struct Bounds
{
  VoxelIndex low;
  VoxelIndex high;

  GridSize size() const { return {high.i - low.i + 1, high.j - low.j + 1, high.k - low.k + 1}; }
};

/// The smallest part of `grid` that holds the points, `margin` mm wider; nullopt when it is empty.
std::optional<Bounds> bounds_around(const std::vector<PatientPoint>& points, const ImageGeometry& grid, double margin)
{
  ContinuousVoxelIndex low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
  for (const PatientPoint point : points)
  {
    const auto p = grid.patient_to_voxel(point);
    low = {std::min(low.i, p.i), std::min(low.j, p.j), std::min(low.k, p.k)};
    high = {std::max(high.i, p.i), std::max(high.j, p.j), std::max(high.k, p.k)};
  }
  const auto down = [&](double place, double step) { return std::max(0, static_cast<int>(std::floor(place - margin / step))); };
  const auto up = [&](double place, double step, int count)
  { return std::min(count - 1, static_cast<int>(std::ceil(place + margin / step))); };
  const auto& s = grid.spacing();
  const auto& n = grid.size();
  const Bounds bounds{{down(low.i, s.i), down(low.j, s.j), down(low.k, s.k)},
                      {up(high.i, s.i, n.i), up(high.j, s.j, n.j), up(high.k, s.k, n.k)}};
  if (bounds.high.i < bounds.low.i || bounds.high.j < bounds.low.j || bounds.high.k < bounds.low.k) return std::nullopt;
  return bounds;
}

/// Every voxel of a mask's surface layer, thinned out, as points.
std::vector<PatientPoint> outline(const Mask& mask)
{
  std::vector<PatientPoint> points;
  const auto& box = mask.box();
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
    {
      const auto row = mask.row(box.first.j + j, box.first.k + k);
      const auto first = std::find(row.begin(), row.end(), 1);
      if (first == row.end()) continue;
      const auto last = std::find(row.rbegin(), row.rend(), 1);
      for (const auto n : {first - row.begin(), row.rend() - last - 1})
        points.push_back(mask.geometry().voxel_to_patient(VoxelIndex{box.first.i + static_cast<int>(n), box.first.j + j, box.first.k + k}));
    }
  return points;
}

ImageGeometry part_of(const ImageGeometry& grid, const Bounds& bounds)
{
  return ImageGeometry::make(bounds.size(), grid.spacing(), grid.voxel_to_patient(bounds.low), grid.axes()).value();
}

FloatImage cut(const FloatImage& image, const Bounds& bounds)
{
  FloatImage part{part_of(image.geometry, bounds), {}};
  part.values.reserve(part.geometry.size().voxels());
  for (int k = bounds.low.k; k <= bounds.high.k; ++k)
    for (int j = bounds.low.j; j <= bounds.high.j; ++j)
    {
      const float* row = &image.values[image.offset({bounds.low.i, j, k})];
      part.values.insert(part.values.end(), row, row + bounds.size().i);
    }
  return part;
}

/// Where voxels of the follow-up come from in the baseline: the inverse of the transform on a grid of about 4 mm, linear in between.
class ComesFrom
{
public:
  ComesFrom(const imaging::SavedTransform& transform, const ImageGeometry& block) : grid_(coarse(block)), back_(transform.rigid.inverse())
  {
    for (auto& part : shift_) part = {grid_, std::vector<float>(grid_.size().voxels(), 0.0F)};
    if (!transform.field) return;
    const imaging::Deformation map(transform.rigid, *transform.field);
    const auto& size = grid_.size();
    imaging::for_fixed_chunks(static_cast<std::size_t>(size.k) * static_cast<std::size_t>(size.j),
                              [&](const imaging::Chunk& chunk)
                              {
                                for (std::size_t n = chunk.first; n < chunk.last; ++n)
                                  fill_row(map, static_cast<int>(n) % size.j, static_cast<int>(n) / size.j);
                              });
  }

  PatientPoint operator()(PatientPoint point) const
  {
    const auto place = grid_.patient_to_voxel(point);
    const auto shift = [&](std::size_t n) { return imaging::Trilinear(shift_[n]).value(place); };
    return back_(point) + PatientVector{shift(0), shift(1), shift(2)};
  }

private:
  static ImageGeometry coarse(const ImageGeometry& block)
  {
    const auto count = [](int n, double step) { return static_cast<int>(std::ceil(n * step / 4.0)) + 2; };
    const GridSize size{count(block.size().i, block.spacing().i), count(block.size().j, block.spacing().j),
                        count(block.size().k, block.spacing().k)};
    return ImageGeometry::make(size, {4, 4, 4}, block.voxel_to_patient(ContinuousVoxelIndex{-0.5, -0.5, -0.5}), block.axes()).value();
  }

  void fill_row(const imaging::Deformation& map, int j, int k)
  {
    for (int i = 0; i < grid_.size().i; ++i)
    {
      const PatientPoint point = grid_.voxel_to_patient(VoxelIndex{i, j, k});
      const PatientVector shift = map.inverse_at(point) - back_(point);
      const std::size_t n = shift_[0].offset({i, j, k});
      shift_[0].values[n] = static_cast<float>(shift.left);
      shift_[1].values[n] = static_cast<float>(shift.posterior);
      shift_[2].values[n] = static_cast<float>(shift.superior);
    }
  }

  ImageGeometry grid_;
  imaging::RigidTransform back_;
  std::array<FloatImage, 3> shift_{FloatImage{grid_, {}}, FloatImage{grid_, {}}, FloatImage{grid_, {}}};
};

/// Signed distance to the lesion on a part of its own grid that reaches well beyond it.
FloatImage lesion_distance(const Mask& lesion)
{
  const auto& box = lesion.box();
  const auto& s = lesion.geometry().spacing();
  const auto wider = [](double step) { return static_cast<int>(std::ceil(30.0 / step)); };
  // The distance map may reach beyond the image: the lesion may touch its edge.
  const Bounds bounds{
      {box.first.i - wider(s.i), box.first.j - wider(s.j), box.first.k - wider(s.k)},
      {box.first.i + box.size.i - 1 + wider(s.i), box.first.j + box.size.j - 1 + wider(s.j), box.first.k + box.size.k - 1 + wider(s.k)}};
  const auto grid = part_of(lesion.geometry(), bounds);
  std::vector<std::uint8_t> bytes;
  for (int k = bounds.low.k; k <= bounds.high.k; ++k)
    for (int j = bounds.low.j; j <= bounds.high.j; ++j)
      for (int i = bounds.low.i; i <= bounds.high.i; ++i)
      {
        const VoxelIndex v{i, j, k};
        bytes.push_back(lesion.geometry().size().contains(v) && lesion.contains(v) ? 1 : 0);
      }
  return signed_distance_map(grid, bytes);
}
}  // namespace

std::optional<FollowUpBlock> follow_up_block(const DatedPair& pair, const Mask& lesion, double margin)
{
  auto points = outline(lesion);
  for (auto& point : points) point = pair.baseline_to_follow_up(point);
  const auto bounds = bounds_around(points, pair.follow_up.geometry, margin);
  if (!bounds) return std::nullopt;
  FloatImage block = cut(pair.follow_up, *bounds);
  const ComesFrom comes_from(pair.baseline_to_follow_up, block.geometry);
  const imaging::PointMap map = [&](PatientPoint p) { return comes_from(p); };
  FloatImage baseline = imaging::resampled(pair.baseline, block.geometry, map);
  FloatImage distance = imaging::resampled(lesion_distance(lesion), block.geometry, map, 30.0F);
  return FollowUpBlock{bounds->low, std::move(block), std::move(baseline), std::move(distance)};
}

std::vector<std::uint8_t> carried_bytes(const FollowUpBlock& block)
{
  const auto& distance = block.distance.values;
  std::vector<std::uint8_t> bytes(distance.size());
  std::transform(distance.begin(), distance.end(), bytes.begin(), [](float d) { return static_cast<std::uint8_t>(d < 0.0F ? 1 : 0); });
  return bytes;
}

bool lies_beside(const FollowUpBlock& block, std::size_t voxel)
{
  constexpr float nearest = 3.0F, farthest = 25.0F;  // mm
  const float d = block.distance.values[voxel];
  return d > nearest && d < farthest && std::isfinite(block.baseline.values[voxel]) && std::isfinite(block.follow_up.values[voxel]);
}

FollowUpBlock seen_on(const FollowUpBlock& block, const DatedPair& pair)
{
  const ComesFrom comes_from(pair.baseline_to_follow_up, block.follow_up.geometry);
  return {block.first, imaging::resampled(pair.follow_up, block.follow_up.geometry, imaging::RigidTransform{}),
          imaging::resampled(pair.baseline, block.follow_up.geometry, [&](PatientPoint p) { return comes_from(p); }), block.distance};
}
}  // namespace nadir::segmentation
