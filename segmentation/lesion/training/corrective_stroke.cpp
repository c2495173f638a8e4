#include "segmentation/lesion/training/corrective_stroke.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
/// Where truth and answer differ in one direction.
struct ErrorMap
{
  GridSize size;
  std::vector<std::uint8_t> voxels;
};

ErrorMap error_map(const Mask& in, const Mask& not_in)
{
  ErrorMap map{in.geometry().size(), std::vector<std::uint8_t>(in.geometry().size().voxels(), 0)};
  std::size_t n = 0;
  for (int k = 0; k < map.size.k; ++k)
    for (int j = 0; j < map.size.j; ++j)
      for (int i = 0; i < map.size.i; ++i, ++n) map.voxels[n] = in.contains({i, j, k}) && !not_in.contains({i, j, k}) ? 1 : 0;
  return map;
}

/// The largest connected error (6 neighbours).
std::vector<std::size_t> largest_error(ErrorMap& map)
{
  const auto row = static_cast<std::size_t>(map.size.i), plane = row * static_cast<std::size_t>(map.size.j);
  std::vector<std::size_t> best, part;
  for (std::size_t n = 0; n < map.voxels.size(); ++n)
  {
    if (map.voxels[n] == 0) continue;
    part.assign(1, n);
    map.voxels[n] = 0;
    for (std::size_t head = 0; head < part.size(); ++head)
    {
      const std::size_t v = part[head];
      const auto visit = [&](bool exists, std::size_t next)
      {
        if (!exists || map.voxels[next] == 0) return;
        map.voxels[next] = 0;
        part.push_back(next);
      };
      visit(v % row > 0, v - 1), visit(v % row + 1 < row, v + 1);
      visit(v % plane >= row, v - row), visit(v % plane + row < plane, v + row);
      visit(v >= plane, v - plane), visit(v + plane < map.size.voxels(), v + plane);
    }
    if (part.size() > best.size()) best = part;
  }
  return best;
}

/// The error in one slice: how deep each pixel lies in it, in chessboard rings (0: no error).
struct SliceError
{
  int k = 0;
  int columns = 0;
  std::vector<int> depth;

  int rows() const { return static_cast<int>(depth.size()) / columns; }
  int at(int i, int j) const
  {
    return i < 0 || j < 0 || i >= columns || j >= rows()
               ? 0
               : depth[static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i)];
  }
};

/// Depth of every pixel, ring by ring.
void peel(SliceError& error)
{
  for (int ring = 1;; ++ring)
  {
    std::vector<std::size_t> deeper;
    for (int j = 0; j < error.rows(); ++j)
      for (int i = 0; i < error.columns; ++i)
        if (error.at(i, j) == ring && std::min({error.at(i - 1, j), error.at(i + 1, j), error.at(i, j - 1), error.at(i, j + 1)}) >= ring)
          deeper.push_back(static_cast<std::size_t>(j) * static_cast<std::size_t>(error.columns) + static_cast<std::size_t>(i));
    if (deeper.empty()) return;
    for (const auto n : deeper) error.depth[n] = ring + 1;
  }
}

SliceError widest_slice(const std::vector<std::size_t>& error, const GridSize& size)
{
  const auto plane = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  std::vector<std::size_t> area(static_cast<std::size_t>(size.k), 0);
  for (const auto v : error) ++area[v / plane];
  SliceError out{static_cast<int>(std::max_element(area.begin(), area.end()) - area.begin()), size.i, std::vector<int>(plane, 0)};
  for (const auto v : error)
    if (v / plane == static_cast<std::size_t>(out.k)) out.depth[v % plane] = 1;
  peel(out);
  return out;
}

/// The middle of the places that lie deepest: the first of the deepest that is nearest to their mean.
VoxelIndex middle_of(const SliceError& error)
{
  const int deepest = *std::max_element(error.depth.begin(), error.depth.end());
  std::vector<VoxelIndex> places;
  double i = 0.0, j = 0.0;
  for (int y = 0; y < error.rows(); ++y)
    for (int x = 0; x < error.columns; ++x)
      if (error.at(x, y) == deepest) places.push_back({x, y, error.k}), i += x, j += y;
  i /= static_cast<double>(places.size());
  j /= static_cast<double>(places.size());
  return *std::min_element(places.begin(), places.end(),
                           [&](const VoxelIndex& a, const VoxelIndex& b)
                           { return std::hypot(a.i - i, a.j - j) < std::hypot(b.i - i, b.j - j); });
}

/// The longest straight way through a place that stays in the error, shortened to two thirds.
std::vector<PatientPoint> line_through(const SliceError& error, VoxelIndex middle, const ImageGeometry& geometry)
{
  constexpr double kept = 2.0 / 3.0, step = 0.5;
  constexpr int directions = 36;
  std::vector<PatientPoint> best{geometry.voxel_to_patient(middle)};
  double longest = 0.0;
  for (int n = 0; n < directions; ++n)
  {
    const double x = std::cos(3.14159265 * n / directions), y = std::sin(3.14159265 * n / directions);
    const auto reach = [&](double sense)
    {
      double way = 0.0;
      while (error.at(static_cast<int>(std::lround(middle.i + sense * (way + step) * x)),
                      static_cast<int>(std::lround(middle.j + sense * (way + step) * y))) > 0)
        way += step;
      return sense * way;
    };
    const double from = reach(-1.0), to = reach(1.0);
    if (to - from <= longest) continue;
    longest = to - from;
    const auto at = [&](double way)
    {
      return geometry.voxel_to_patient(
          ContinuousVoxelIndex{middle.i + kept * way * x, middle.j + kept * way * y, static_cast<double>(error.k)});
    };
    best = {at(from), at(to)};
  }
  return best;
}

/// Rows of the error without its rim; all of it where it is nothing but rim.
std::vector<Stroke> rows_of(const SliceError& error, StrokeKind kind, const ImageGeometry& geometry)
{
  const int least = std::min(2, *std::max_element(error.depth.begin(), error.depth.end()));
  const Millimeters radius{0.51 * std::max(geometry.spacing().i, geometry.spacing().j)};
  std::vector<Stroke> strokes;
  for (int j = 0; j < error.rows(); ++j)
    for (int i = 0; i < error.columns; ++i)
    {
      if (error.at(i, j) < least) continue;
      const int first = i;
      while (error.at(i + 1, j) >= least) ++i;
      strokes.push_back({kind, radius, {geometry.voxel_to_patient(VoxelIndex{first, j, error.k})}, 1});
      if (i > first) strokes.back().points.push_back(geometry.voxel_to_patient(VoxelIndex{i, j, error.k}));
    }
  return strokes;
}
}  // namespace

std::string_view name_of(StrokeStyle style) { return style == StrokeStyle::Disc ? "disc" : style == StrokeStyle::Line ? "line" : "paint"; }

std::vector<Stroke> corrective_strokes(const Mask& truth, const Mask& found, StrokeStyle style)
{
  constexpr double widest = 5.0;  // mm
  auto missed = error_map(truth, found), extra = error_map(found, truth);
  const auto miss = largest_error(missed), more = largest_error(extra);
  const auto& largest = miss.size() >= more.size() ? miss : more;
  if (largest.empty()) return {};
  const auto kind = miss.size() >= more.size() ? StrokeKind::Foreground : StrokeKind::Background;
  const auto& geometry = truth.geometry();
  const auto error = widest_slice(largest, geometry.size());
  if (style == StrokeStyle::Paint) return rows_of(error, kind, geometry);
  const auto middle = middle_of(error);
  const double depth = std::max(0.5, error.at(middle.i, middle.j) - 0.5) * std::min(geometry.spacing().i, geometry.spacing().j);
  Stroke stroke{kind, Millimeters{std::min(widest, depth)}, {geometry.voxel_to_patient(middle)}};
  if (style == StrokeStyle::Line) stroke.points = line_through(error, middle, geometry);
  return {stroke};
}
}  // namespace nadir::segmentation::lesion
