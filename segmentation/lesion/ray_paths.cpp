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

  std::vector<AlongRays> walk(const std::vector<const CellValues*>& fields) const
  {
    std::vector<AlongRays> out;
    for (const auto* values : fields) out.push_back({*values, *values});
    for (const auto& shell : shells_)
      for (const auto cell : shell) take_over(cell, fields, out);
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

  void take_over(std::size_t cell, const std::vector<const CellValues*>& fields, std::vector<AlongRays>& out) const
  {
    const int x = static_cast<int>(cell % LesionGrid::columns), y = static_cast<int>(cell / LesionGrid::columns % LesionGrid::rows),
              z = static_cast<int>(cell / LesionGrid::plane_cells());
    const auto from = offset(x, y, z);
    const double steps = from.steps(), back = 1.0 / steps;
    const auto place = between(x - from.x * back, y - from.y * back, z - from.z * back);
    const auto weight = static_cast<float>(1.0 / (steps + 0.5));
    for (std::size_t n = 0; n < fields.size(); ++n)
    {
      const float value = (*fields[n])[cell];
      out[n].largest[cell] = std::max(value, interpolated(out[n].largest, place));
      out[n].mean[cell] = weight * value + (1.0F - weight) * interpolated(out[n].mean, place);
    }
  }

  /// A place between eight cells: how far to the next cell in each direction, and how far it weighs.
  struct Between
  {
    std::size_t first = 0;
    std::size_t to_column = 0, to_row = 0, to_plane = 0;
    float x = 0.0F, y = 0.0F, z = 0.0F;
  };

  Between between(double x, double y, double z) const
  {
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y), z0 = static_cast<int>(z);
    return {LesionGrid::cell(x0, y0, z0),
            x0 + 1 < LesionGrid::columns ? 1U : 0U,
            y0 + 1 < LesionGrid::rows ? LesionGrid::cell(0, 1, 0) : 0U,
            z0 + 1 < grid_.planes ? LesionGrid::cell(0, 0, 1) : 0U,
            static_cast<float>(x - x0),
            static_cast<float>(y - y0),
            static_cast<float>(z - z0)};
  }

  static float interpolated(const CellValues& values, const Between& at)
  {
    constexpr float on_it = 1e-4F;
    const auto row = [&](std::size_t first)
    {
      const float a = values[first];
      return at.x > on_it ? a + at.x * (values[first + at.to_column] - a) : a;
    };
    const auto plane = [&](std::size_t first)
    {
      const float a = row(first);
      return at.y > on_it ? a + at.y * (row(first + at.to_row) - a) : a;
    };
    const float a = plane(at.first);
    return at.z > on_it ? a + at.z * (plane(at.first + at.to_plane) - a) : a;
  }

  const LesionGrid& grid_;
  RaySource source_;
  std::vector<std::vector<std::uint32_t>> shells_;  ///< cells by twice their steps from the source
};
}  // namespace

std::vector<AlongRays> along_rays(const LesionGrid& grid, const std::vector<const CellValues*>& fields, RaySource source)
{
  return Rays(grid, source).walk(fields);
}
}  // namespace nadir::segmentation::lesion
