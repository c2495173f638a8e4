#include "segmentation/lesion/ray_paths.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace nadir::segmentation::lesion
{
namespace
{
/// A cell's offset from its source.
struct Offset
{
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
  double steps() const { return std::max({std::abs(x), std::abs(y), std::abs(z)}); }
};

class Rays
{
public:
  Rays(const LesionGrid& grid, RaySource source) : grid_(grid), source_(source)
  {
    for (int z = 0; z < grid.planes; ++z)
      for (int y = 0; y < LesionGrid::rows; ++y)
        for (int x = 0; x < LesionGrid::columns; ++x) file(x, y, z);
  }

  AlongRays walk(const CellValues& values) const
  {
    AlongRays out{values, values};
    for (const auto& shell : shells_)
      for (const auto cell : shell) take_over(cell, values, out);
    return out;
  }

private:
  Offset offset(int x, int y, int z) const
  {
    constexpr double middle = 0.5 * (LesionGrid::columns - 1);
    if (source_ == RaySource::DrawnPlane) return {0.0, 0.0, static_cast<double>(z - grid_.drawn_plane)};
    return {x - middle, y - middle, source_ == RaySource::Center ? static_cast<double>(z - grid_.drawn_plane) : 0.0};
  }

  void file(int x, int y, int z)
  {
    const double steps = offset(x, y, z).steps();
    if (steps <= 1.0) return;
    const auto shell = static_cast<std::size_t>(std::lround(2.0 * steps));
    if (shells_.size() <= shell) shells_.resize(shell + 1);
    shells_[shell].push_back(static_cast<std::uint32_t>(LesionGrid::cell(x, y, z)));
  }

  void take_over(std::size_t cell, const CellValues& values, AlongRays& out) const
  {
    const int x = static_cast<int>(cell % LesionGrid::columns), y = static_cast<int>(cell / LesionGrid::columns % LesionGrid::rows),
              z = static_cast<int>(cell / LesionGrid::plane_cells());
    const auto from = offset(x, y, z);
    const double steps = from.steps(), back = 1.0 / steps;
    const double px = x - from.x * back, py = y - from.y * back, pz = z - from.z * back;
    const auto weight = static_cast<float>(1.0 / (steps + 0.5));
    out.largest[cell] = std::max(values[cell], interpolated(out.largest, px, py, pz));
    out.mean[cell] = weight * values[cell] + (1.0F - weight) * interpolated(out.mean, px, py, pz);
  }

  float interpolated(const CellValues& values, double x, double y, double z) const
  {
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y), z0 = static_cast<int>(z);
    const int x1 = std::min(x0 + 1, LesionGrid::columns - 1), y1 = std::min(y0 + 1, LesionGrid::rows - 1),
              z1 = std::min(z0 + 1, grid_.planes - 1);
    const auto wx = static_cast<float>(x - x0), wy = static_cast<float>(y - y0), wz = static_cast<float>(z - z0);
    const auto row = [&](int yy, int zz)
    {
      const float a = values[LesionGrid::cell(x0, yy, zz)];
      return wx > 1e-4F ? a + wx * (values[LesionGrid::cell(x1, yy, zz)] - a) : a;
    };
    const auto plane = [&](int zz)
    {
      const float a = row(y0, zz);
      return wy > 1e-4F ? a + wy * (row(y1, zz) - a) : a;
    };
    const float a = plane(z0);
    return wz > 1e-4F ? a + wz * (plane(z1) - a) : a;
  }

  const LesionGrid& grid_;
  RaySource source_;
  std::vector<std::vector<std::uint32_t>> shells_;  ///< cells by twice their steps from the source
};
}  // namespace

AlongRays along_rays(const LesionGrid& grid, const CellValues& values, RaySource source) { return Rays(grid, source).walk(values); }
}  // namespace nadir::segmentation::lesion
