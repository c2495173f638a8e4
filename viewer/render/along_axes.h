#pragma once

#include <array>
#include <utility>
#include <vector>

#include "viewer/render/neighbours.h"
#include "viewer/render/sampling_way.h"

namespace nadir::viewer
{
/// The view's axes are grid axes: the voxels that lie in the plane are taken out once, as floats. A pixel row mixes two lines of them, then
/// neighbours within the mixed line.
class PlaneSampler::AlongAxes : public PlaneSampler::Way
{
public:
  AlongAxes(const imaging::Volume& volume, const SliceView& view, Interpolation interpolation, const ViewToVoxel& map);

  PixelSpan row(int y, std::span<float> values) const override;

private:
  /// Grid axes along a pixel row, from row to row, and along the normal.
  struct Axes
  {
    std::size_t along, across, fixed;
  };

  /// The pixels that lie within the grid along one axis of the view, and the voxels they need.
  struct Reach
  {
    PixelSpan pixels;
    int first_voxel = 0, last_voxel = -1;

    int voxels() const { return last_voxel - first_voxel + 1; }
  };

  static Reach reach_of(const std::vector<Neighbours>& pixels);

  /// The voxels that the view needs, line after line, in physical values.
  std::vector<float> plane_of(const imaging::Volume& volume, const Axes& axes, const Neighbours& depth) const;
  template <class Voxel>
  void add_voxels(const imaging::Volume& volume, const Voxel* voxels, const Axes& axes, std::pair<int, float> layer,
                  std::vector<float>& plane) const;
  void keep_columns(const std::vector<Neighbours>& columns);

  std::vector<Neighbours> rows_;
  Reach columns_seen_, rows_seen_;
  std::vector<int> first_;    // of the columns that are seen: the voxel on the left, counted from the first that is needed ...
  std::vector<float> part_;   // ... and how much its neighbour on the right counts
  std::vector<float> plane_;  // the voxels that are needed, line after line
};
}  // namespace nadir::viewer
