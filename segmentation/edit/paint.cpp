#include "segmentation/edit/paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "imaging/result/expects.h"
#include "segmentation/edit/voxel_block.h"
#include "segmentation/mask/distance_map.h"

namespace nadir::segmentation
{
namespace
{
/// A place along the grid's axes, mm from the centre of voxel (0,0,0).
using GridPoint = std::array<double, 3>;

GridPoint grid_point(const ImageGeometry& geometry, PatientPoint point)
{
  const auto index = geometry.patient_to_voxel(point);
  return {index.i * geometry.spacing().i, index.j * geometry.spacing().j, index.k * geometry.spacing().k};
}

VoxelIndex nearest_voxel(const ImageGeometry& geometry, PatientPoint point)
{
  const auto index = geometry.patient_to_voxel(point);
  const auto rounded = [](double value) { return static_cast<int>(std::lround(std::clamp(value, -1e6, 1e6))); };
  return {rounded(index.i), rounded(index.j), rounded(index.k)};
}

/// Everything within `radius` of the straight line between two points.
class Capsule
{
public:
  Capsule(GridPoint from, GridPoint to, double radius) : from_(from), radius_squared_(radius * radius)
  {
    for (std::size_t axis = 0; axis < 3; ++axis) along_[axis] = to[axis] - from[axis];
    length_squared_ = dot(along_, along_);
  }

  bool contains(const GridPoint& point) const
  {
    const GridPoint offset{point[0] - from_[0], point[1] - from_[1], point[2] - from_[2]};
    const double share = length_squared_ > 0.0 ? std::clamp(dot(offset, along_) / length_squared_, 0.0, 1.0) : 0.0;
    const GridPoint rest{offset[0] - share * along_[0], offset[1] - share * along_[1], offset[2] - share * along_[2]};
    return dot(rest, rest) <= radius_squared_ + 1e-9;
  }

private:
  static double dot(const GridPoint& a, const GridPoint& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

  GridPoint from_;
  GridPoint along_{};
  double radius_squared_;
  double length_squared_ = 0.0;
};

int first_index(double low, double spacing) { return static_cast<int>(std::ceil(std::clamp(low / spacing, -1e6, 1e6) - 1e-9)); }
int count_to(double high, double spacing, int first)
{
  return std::max(0, static_cast<int>(std::floor(std::clamp(high / spacing, -1e6, 1e6) + 1e-9)) - first + 1);
}

/// Voxels whose centre may lie in a capsule.
VoxelBox box_of(const GridPoint& a, const GridPoint& b, double radius, const VoxelSpacing& spacing)
{
  const std::array<double, 3> steps{spacing.i, spacing.j, spacing.k};
  std::array<int, 3> first{}, size{};
  for (std::size_t axis = 0; axis < 3; ++axis)
  {
    first[axis] = first_index(std::min(a[axis], b[axis]) - radius, steps[axis]);
    size[axis] = count_to(std::max(a[axis], b[axis]) + radius, steps[axis], first[axis]);
  }
  return {{first[0], first[1], first[2]}, {size[0], size[1], size[2]}};
}

/// One straight piece of a stroke, in the voxels it may cover.
struct Piece
{
  Capsule capsule;
  VoxelBox box;
};

Piece ball_piece(const ImageGeometry& geometry, const GridPoint& a, const GridPoint& b, double radius)
{
  return {Capsule(a, b, radius), detail::clipped(box_of(a, b, radius, geometry.spacing()), geometry.size())};
}

/// The same within slice `k`: the line is taken as lying in that slice.
Piece disc_piece(const ImageGeometry& geometry, std::pair<GridPoint, GridPoint> line, double radius, int k)
{
  auto& [a, b] = line;
  a[2] = b[2] = k * geometry.spacing().k;
  auto box = box_of(a, b, radius, geometry.spacing());
  box.first.k = k;
  box.size.k = 1;
  return {Capsule(a, b, radius), detail::clipped(box, geometry.size())};
}

std::vector<Piece> pieces_of(const ImageGeometry& geometry, const BrushStroke& stroke)
{
  std::vector<Piece> pieces;
  for (std::size_t n = 0; n < stroke.path.size(); ++n)
  {
    const auto& from = stroke.path[n == 0 ? 0 : n - 1];
    const auto a = grid_point(geometry, from), b = grid_point(geometry, stroke.path[n]);
    if (stroke.shape == BrushShape::Ball)
    {
      pieces.push_back(ball_piece(geometry, a, b, stroke.radius.value()));
      continue;
    }
    const int slice = nearest_voxel(geometry, stroke.path[n]).k, slice_before = nearest_voxel(geometry, from).k;
    pieces.push_back(disc_piece(geometry, {a, b}, stroke.radius.value(), slice));
    if (slice_before != slice) pieces.push_back(disc_piece(geometry, {a, b}, stroke.radius.value(), slice_before));
  }
  return pieces;
}

void set_piece(detail::VoxelBlock& block, const Piece& piece, const VoxelSpacing& spacing, std::uint8_t value)
{
  const auto& box = piece.box;
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    {
      const auto row = block.row(j, k);
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (piece.capsule.contains({i * spacing.i, j * spacing.j, k * spacing.k}))
          row[static_cast<std::size_t>(i - block.box.first.i)] = value;
    }
}

std::vector<VoxelIndex> voxels_under(const ImageGeometry& geometry, const std::vector<PatientPoint>& path)
{
  std::vector<VoxelIndex> voxels;
  for (const auto& point : path)
    if (const auto voxel = nearest_voxel(geometry, point); geometry.size().contains(voxel)) voxels.push_back(voxel);
  return voxels;
}

Mask with_stroke(const Mask& mask, const BrushStroke& stroke, std::uint8_t value)
{
  NADIR_EXPECTS(stroke.radius.value() > 0.0);
  const auto& geometry = mask.geometry();
  const auto pieces = pieces_of(geometry, stroke);
  const auto under = voxels_under(geometry, stroke.path);
  auto box = mask.box();
  for (const auto& piece : pieces) box = around_both(box, piece.box);
  for (const auto& voxel : under) box = around_both(box, {voxel, {1, 1, 1}});
  auto block = detail::block_of(mask, box);
  for (const auto& piece : pieces) set_piece(block, piece, geometry.spacing(), value);
  for (const auto& voxel : under) block.row(voxel.j, voxel.k)[static_cast<std::size_t>(voxel.i - box.first.i)] = value;
  return detail::mask_of(geometry, std::move(block));
}
}  // namespace

Mask paint(const Mask& mask, const BrushStroke& stroke) { return with_stroke(mask, stroke, 1); }

Mask erase(const Mask& mask, const BrushStroke& stroke) { return with_stroke(mask, stroke, 0); }
}  // namespace nadir::segmentation
