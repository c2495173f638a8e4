#include "segmentation/lesion/pull_log_odds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
/// A place as a fraction of columns, rows and planes.
struct GridPlace
{
  double column = 0.0;
  double row = 0.0;
  double plane = 0.0;
};

GridPlace place_of(const LesionGrid& grid, PatientPoint point)
{
  const auto from_center = point - grid.frame.center;
  const auto offset = from_center - grid.frame.drift(dot(from_center, grid.frame.normal));
  return {LesionGrid::number(dot(offset, grid.frame.along) / grid.frame.half_long),
          LesionGrid::number(dot(offset, grid.frame.across) / grid.frame.half_short),
          dot(offset, grid.frame.normal) / grid.plane_step + grid.drawn_plane};
}

/// Interpolated within the plane nearest to the place; places beyond the grid get its border's value.
float value_at(const LesionGrid& grid, const CellValues& values, GridPlace place)
{
  const double x = std::clamp(place.column, 0.0, LesionGrid::columns - 1.001), y = std::clamp(place.row, 0.0, LesionGrid::rows - 1.001);
  const int plane = std::clamp(static_cast<int>(std::lround(place.plane)), 0, grid.planes - 1), column = static_cast<int>(x),
            row = static_cast<int>(y);
  const auto at = [&](int i, int j) { return static_cast<double>(values[LesionGrid::cell(column + i, row + j, plane)]); };
  const double top = at(0, 0) + (x - column) * (at(1, 0) - at(0, 0)), bottom = at(0, 1) + (x - column) * (at(1, 1) - at(0, 1));
  return static_cast<float>(top + (y - row) * (bottom - top));
}

/// Squared distances of cells to a point, mm2, plane by plane.
struct Offsets
{
  const LesionGrid& grid;
  GridPlace to;

  double squared(int column, int row, int plane) const
  {
    const double x = (column - to.column) * grid.column_step(), y = (row - to.row) * grid.row_step(),
                 z = (plane - to.plane) * grid.plane_step;
    return x * x + y * y + z * z;
  }
};

template <class Visit> void visit_cells(const LesionGrid& grid, Visit visit)
{
  for (int z = 0; z < grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x) visit(x, y, z, LesionGrid::cell(x, y, z));
}

double mean_radius(const LesionGrid& grid) { return std::sqrt(grid.frame.half_long * grid.frame.half_short); }

/// Solves a small symmetric system by elimination; the kernel matrix is positive definite.
template <std::size_t N>
std::array<double, N> solved(std::array<std::array<double, N>, N> matrix, std::array<double, N> right, std::size_t count)
{
  for (std::size_t n = 0; n < count; ++n)
    for (std::size_t m = n + 1; m < count; ++m)
    {
      const double factor = matrix[m][n] / matrix[n][n];
      for (std::size_t k = n; k < count; ++k) matrix[m][k] -= factor * matrix[n][k];
      right[m] -= factor * right[n];
    }
  for (std::size_t n = count; n-- > 0;)
  {
    for (std::size_t k = n + 1; k < count; ++k) right[n] -= matrix[n][k] * right[k];
    right[n] /= matrix[n][n];
  }
  return right;
}

/// A place in the prompt's normalised coordinates: 1 from the centre is the prompt's surface.
struct UnitPlace
{
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  double squared() const { return x * x + y * y + z * z; }
};

/// One stroke's wish for the log odds around one of its points.
struct Wish
{
  GridPlace point;
  double shift = 0.0;
  double lateral = 1.0;  ///< range across the direction from the centre, normalised
  double radial = 1.0;  ///< range along it
};

/// Tunable response, chosen on the training set (README.md of this folder).
struct Response
{
  double overshoot = 1.4;  ///< shift in units of the log odds found under the stroke
  double extra = 0.5;     ///< and this much more
  double most = 10.0;
  double lateral = 0.45;  ///< ranges, in the prompt's normalised coordinates
  double radial = 0.32;
};

UnitPlace unit_place(const LesionGrid& grid, GridPlace place)
{
  const double height = (place.plane - grid.drawn_plane) * grid.plane_step;
  return {LesionGrid::reach * ((2.0 * place.column + 1.0) / LesionGrid::columns - 1.0),
          LesionGrid::reach * ((2.0 * place.row + 1.0) / LesionGrid::rows - 1.0),
          height / (height >= 0.0 ? grid.frame.up : grid.frame.down)};
}

Wish wish_of(const LesionGrid& grid, const Stroke& stroke, PatientPoint point, const CellValues& log_odds)
{
  const Response response;
  const double sign = stroke.kind == StrokeKind::Foreground ? 1.0 : -1.0;
  const auto place = place_of(grid, point);
  const double found = sign * static_cast<double>(value_at(grid, log_odds, place));
  const double shift = found < 0.0 ? std::min(response.most, response.extra - response.overshoot * found) : 0.0;
  const double brush = 0.5 * stroke.radius.value() / mean_radius(grid);
  return {place, sign * shift, response.lateral + brush, response.radial + brush};
}

void grant(const LesionGrid& grid, const Wish& wish, CellValues& log_odds)
{
  const auto center = unit_place(grid, wish.point);
  const double length = std::max(1e-6, std::sqrt(center.squared()));
  const UnitPlace outwards{center.x / length, center.y / length, center.z / length};
  visit_cells(grid,
              [&](int x, int y, int z, std::size_t n)
              {
                const UnitPlace offset{LesionGrid::place(x) - center.x, LesionGrid::place(y) - center.y, grid.depth(z) - center.z};
                const double along = offset.x * outwards.x + offset.y * outwards.y + offset.z * outwards.z;
                const double t = along * along / (wish.radial * wish.radial) +
                                 std::max(0.0, offset.squared() - along * along) / (wish.lateral * wish.lateral);
                if (t < 9.0) log_odds[n] += static_cast<float>(wish.shift * std::exp(-0.5 * t));
              });
}

/// At most so many points of a stroke speak for its neighbourhood; all of them are painted.
std::vector<PatientPoint> speakers(const Stroke& stroke)
{
  constexpr std::size_t most = 5;
  if (stroke.points.size() <= most) return stroke.points;
  std::vector<PatientPoint> points;
  for (std::size_t n = 0; n < most; ++n) points.push_back(stroke.points[n * (stroke.points.size() - 1) / (most - 1)]);
  return points;
}
}  // namespace

void pull_to_axes(const LesionGrid& grid, const LesionPrompt& prompt, CellValues& log_odds)
{
  std::vector<PatientPoint> ends;
  if (prompt.long_axis) ends = {prompt.long_axis->from, prompt.long_axis->to};
  if (prompt.short_axis) ends.insert(ends.end(), {prompt.short_axis->from, prompt.short_axis->to});
  if (ends.empty()) return;
  const double range = 0.5 * mean_radius(grid), scale = 0.5 / (range * range);
  std::array<std::array<double, 4>, 4> kernel{};
  std::array<double, 4> wanted{};
  for (std::size_t n = 0; n < ends.size(); ++n)
  {
    wanted[n] = std::clamp(-static_cast<double>(value_at(grid, log_odds, place_of(grid, ends[n]))), -4.0, 4.0);
    for (std::size_t m = 0; m < ends.size(); ++m)
    {
      const double d = distance(ends[n], ends[m]).value();
      kernel[n][m] = std::exp(-d * d * scale) + (n == m ? 0.3 : 0.0);  // the reader's hand is not exact either
    }
  }
  const auto weights = solved(kernel, wanted, ends.size());
  for (std::size_t e = 0; e < ends.size(); ++e)
  {
    const Offsets offsets{grid, place_of(grid, ends[e])};
    visit_cells(grid, [&](int x, int y, int z, std::size_t n)
                { log_odds[n] += static_cast<float>(weights[e] * std::exp(-offsets.squared(x, y, z) * scale)); });
  }
}

void pull_to_extent(const LesionGrid& grid, CellValues& log_odds)
{
  if (!grid.frame.extent_known) return;
  visit_cells(grid,
              [&](int, int, int z, std::size_t n)
              {
                const double height = grid.height(z), beyond = height >= 0.0 ? height - grid.frame.up : -height - grid.frame.down;
                if (beyond > 0.0) log_odds[n] -= beyond > grid.plane_step ? 12.0F : 5.0F;
              });
}

void pull_to_strokes(const LesionGrid& grid, const std::vector<Stroke>& strokes, CellValues& log_odds)
{
  constexpr std::size_t most = 24;  // a label map comes as hundreds of short strokes: some speak for their neighbours
  const std::size_t step = std::max<std::size_t>(1, strokes.size() / most);
  for (std::size_t n = (strokes.size() - 1) % step; n < strokes.size(); n += step)
  {
    const auto& stroke = strokes[n];
    const auto points = speakers(stroke);
    for (const auto& point : points) grant(grid, wish_of(grid, stroke, point, log_odds), log_odds);
  }
}
}  // namespace nadir::segmentation::lesion
