#include "measure/size/marching_cubes.h"

#include <map>
#include <span>
#include <tuple>

#include "measure/size/cube_cases.h"

namespace nadir::measure
{
namespace
{
/// Rows of a mask's box; rows outside it are empty.
class PaddedRows
{
public:
  explicit PaddedRows(const segmentation::Mask& mask) : mask_(mask), empty_(static_cast<std::size_t>(mask.box().size.i)) {}

  std::span<const std::uint8_t> row(int j, int k) const
  {
    const auto& [first, size] = mask_.box();
    const bool inside = j >= 0 && k >= 0 && j < size.j && k < size.k;
    return inside ? mask_.row(first.j + j, first.k + k) : std::span<const std::uint8_t>(empty_);
  }

private:
  const segmentation::Mask& mask_;
  std::vector<std::uint8_t> empty_;
};

/// Calls visit(case, i, j, k) for every cube with its lowest corner at box voxel (i, j, k), the padding of one voxel included.
template <class Visit> void for_each_cube(const segmentation::Mask& mask, Visit visit)
{
  const PaddedRows rows(mask);
  const auto& size = mask.box().size;
  for (int k = -1; k < size.k; ++k)
    for (int j = -1; j < size.j; ++j)
    {
      const std::array beams{rows.row(j, k), rows.row(j + 1, k), rows.row(j, k + 1), rows.row(j + 1, k + 1)};
      unsigned left = 0;  // corners 0, 2, 4, 6: those of the voxel column at i
      for (int i = -1; i < size.i; ++i)
      {
        unsigned right = 0;
        if (const auto next = static_cast<std::size_t>(i + 1); next < beams[0].size())
          for (unsigned beam = 0; beam < 4; ++beam) right |= static_cast<unsigned>(beams[beam][next]) << (2 * beam);
        visit(left | right << 1, i, j, k);
        left = right;
      }
    }
}

/// Gives every surface point one index, however many cubes share it.
class MeshBuilder
{
public:
  void add(std::array<CubeEdge, 3> triangle, VoxelIndex cube)
  {
    std::array<std::size_t, 3> corners{};
    for (std::size_t n = 0; n < 3; ++n) corners[n] = point_on(triangle[n], cube);
    mesh_.triangles.push_back(corners);
  }
  SurfaceMesh take() { return std::move(mesh_); }

private:
  using DoubledIndex = std::tuple<int, int, int>;

  static DoubledIndex doubled(CubeEdge edge, VoxelIndex cube)
  {
    const auto sum = [&](int bit) { return (edge.from >> bit & 1) + (edge.to >> bit & 1); };
    return {2 * cube.i + sum(0), 2 * cube.j + sum(1), 2 * cube.k + sum(2)};
  }
  std::size_t point_on(CubeEdge edge, VoxelIndex cube)
  {
    const auto place = doubled(edge, cube);
    const auto [entry, is_new] = index_.try_emplace(place, mesh_.points.size());
    if (is_new) mesh_.points.push_back({0.5 * std::get<0>(place), 0.5 * std::get<1>(place), 0.5 * std::get<2>(place)});
    return entry->second;
  }

  SurfaceMesh mesh_;
  std::map<DoubledIndex, std::size_t> index_;
};

double determinant(const SurfacePoint& a, const SurfacePoint& b, const SurfacePoint& c)
{
  return a.i * (b.j * c.k - b.k * c.j) - a.j * (b.i * c.k - b.k * c.i) + a.k * (b.i * c.j - b.j * c.i);
}
}  // namespace

SurfaceMesh surface_mesh(const segmentation::Mask& mask)
{
  MeshBuilder builder;
  const auto& first = mask.box().first;
  for_each_cube(mask,
                [&](unsigned corners, int i, int j, int k)
                {
                  for (const auto& triangle : cube_cases()[corners].triangles)
                    builder.add(triangle, {first.i + i, first.j + j, first.k + k});
                });
  return builder.take();
}

double enclosed_voxels(const SurfaceMesh& mesh)
{
  double six_volumes = 0.0;
  for (const auto& [a, b, c] : mesh.triangles) six_volumes += determinant(mesh.points[a], mesh.points[b], mesh.points[c]);
  return six_volumes / 6.0;
}

double enclosed_voxels(const segmentation::Mask& mask)
{
  std::array<std::uint64_t, 256> cubes{};
  for_each_cube(mask, [&](unsigned corners, int, int, int) { ++cubes[corners]; });
  double voxels = 0.0;
  for (std::size_t n = 0; n < cubes.size(); ++n) voxels += static_cast<double>(cubes[n]) * cube_cases()[n].enclosed;
  return voxels;
}
}  // namespace nadir::measure
