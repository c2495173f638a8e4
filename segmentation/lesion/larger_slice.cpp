#include "segmentation/lesion/larger_slice.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/intensity_model.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// A scaled and moved copy of the drawn ellipse on a plane, in half axes of the frame.
struct Section
{
  double scale = 0.0;
  double column = 0.0;  ///< of its middle
  double row = 0.0;
  double score = -1.0;  ///< sum of the log ratios within it
};

constexpr double scale_step = 0.05, move_step = 0.1, farthest = 0.6;
constexpr int rings = static_cast<int>(LesionGrid::reach / scale_step);
constexpr int stride = 2;  ///< cells: the signal is smooth

/// What every cell's value says for lesion, on one plane; nothing outside the image.
class PlaneEvidence
{
public:
  PlaneEvidence(const LesionGrid& grid, const CellValues& signal, const IntensityModel& model, const ImageGeometry& geometry, int plane)
  {
    const auto corner = geometry.patient_to_voxel(grid.position(0, 0, plane));
    const auto right = geometry.patient_to_voxel(grid.position(1, 0, plane)), below = geometry.patient_to_voxel(grid.position(0, 1, plane));
    for (int row = 0; row < LesionGrid::rows; row += stride)
      for (int column = 0; column < LesionGrid::columns; column += stride)
      {
        const double i = corner.i + column * (right.i - corner.i) + row * (below.i - corner.i);
        const double j = corner.j + column * (right.j - corner.j) + row * (below.j - corner.j);
        if (i < -0.5 || j < -0.5 || i > geometry.size().i - 0.5 || j > geometry.size().j - 0.5) continue;
        cells_.push_back({LesionGrid::place(column), LesionGrid::place(row),
                          static_cast<double>(model.even_log_ratio_of(signal[LesionGrid::cell(column, row, plane)]))});
      }
  }

  /// The best section about a middle, of any scale.
  Section best_at(double column, double row) const
  {
    std::array<double, rings> sums{};
    for (const auto& cell : cells_)
    {
      const double x = cell.column - column, y = cell.row - row, scaled = std::sqrt(x * x + y * y) / scale_step;
      if (scaled < rings) sums[static_cast<std::size_t>(scaled)] += cell.log_ratio;
    }
    Section best{0.0, column, row, 0.0};
    double score = 0.0;
    for (int ring = 0; ring < rings; ++ring)
      if (score += sums[static_cast<std::size_t>(ring)]; score > best.score) best.score = score, best.scale = (ring + 1) * scale_step;
    return best;
  }

  /// The best section whose middle is near that of another plane's.
  Section best_near(const Section& other) const
  {
    Section best;
    for (const double column : {other.column - move_step, other.column, other.column + move_step})
      for (const double row : {other.row - move_step, other.row, other.row + move_step})
        if (std::abs(column) <= farthest && std::abs(row) <= farthest)
          if (const auto section = best_at(column, row); section.score > best.score) best = section;
    return best;
  }

private:
  struct Cell
  {
    double column = 0.0;
    double row = 0.0;
    double log_ratio = 0.0;
  };
  std::vector<Cell> cells_;
};

/// Follows the drawn section away from the drawn plane.
class Follower
{
public:
  Follower(const LesionGrid& grid, const CellValues& signal, const ImageGeometry& geometry)
      : grid_(grid), signal_(signal), geometry_(geometry),
        model_(intensity_model(grid, {signal, std::vector<std::uint8_t>(signal.size(), 1)}, {0.9, 1.15, 1.65})),
        drawn_(evidence(grid.drawn_plane).best_near({}))
  {
  }

  /// Whether the drawn slice shows the lesion, and as large as it was drawn.
  bool sees_the_drawn_one() const
  {
    constexpr double most_overlap = 0.4, smallest = 0.85, largest = 1.3;
    return model_.overlap <= most_overlap && drawn_.scale >= smallest && drawn_.scale <= largest;
  }

  std::optional<LargerSlice> largest(int direction) const
  {
    constexpr double larger = 1.15, ends = 0.8, near_and_larger = 1.45, plain_overlap = 0.36;
    const auto scales = scales_towards(direction);
    const auto near_count = static_cast<std::size_t>(grid_.frame.half_long / grid_.plane_step);
    const auto near_end = scales.begin() + static_cast<std::ptrdiff_t>(std::min(scales.size(), near_count));
    const auto top = std::max_element(scales.begin(), scales.end()), near_top = std::max_element(scales.begin(), near_end);
    const auto answer = [&](auto place) { return at(direction, static_cast<int>(place - scales.begin()) + 1, *place / drawn_.scale); };
    const bool shrinks_again = std::any_of(top, scales.end(), [&](double scale) { return scale <= ends * *top; });
    if (shrinks_again && *top >= larger * drawn_.scale) return answer(top);
    if (model_.overlap <= plain_overlap && near_top != near_end && *near_top >= near_and_larger * drawn_.scale) return answer(near_top);
    return std::nullopt;
  }

private:
  PlaneEvidence evidence(int plane) const { return {grid_, signal_, model_, geometry_, plane}; }

  LargerSlice at(int direction, int planes, double ratio) const
  {
    return {grid_.frame.slice + direction * planes * grid_.slices_per_plane, planes * grid_.plane_step, ratio * ratio};
  }

  /// Scales from plane to plane, up to where the lesion ends or is lost.
  std::vector<double> scales_towards(int direction) const
  {
    constexpr double lost = 0.16, gone = 0.5;
    std::vector<double> scales;
    auto section = drawn_;
    for (int plane = grid_.drawn_plane + direction; lies_in_lesion(plane); plane += direction)
    {
      const auto next = evidence(plane).best_near(section);
      if (std::abs(next.scale - section.scale) > lost) break;
      scales.push_back(next.scale);
      section = next;
      if (section.scale < gone) break;
    }
    return scales;
  }

  /// Planes of the image, and between the marked ends, if there are any.
  bool lies_in_lesion(int plane) const
  {
    const int slice = grid_.frame.slice + (plane - grid_.drawn_plane) * grid_.slices_per_plane;
    if (plane < 0 || plane >= grid_.planes || slice < 0 || slice >= geometry_.size().k) return false;
    return !grid_.frame.extent_known || std::abs(grid_.depth(plane)) <= 1.0;
  }

  const LesionGrid& grid_;
  const CellValues& signal_;
  const ImageGeometry& geometry_;
  IntensityModel model_;
  Section drawn_;
};
}  // namespace

LargerSlice larger_in_mask(const PlacedMask& mask, int drawn, double spacing)
{
  const auto& [first, size] = mask.box;
  const auto plane = static_cast<std::ptrdiff_t>(size.i) * size.j;
  std::vector<double> areas;
  for (auto slice = mask.voxels.begin(); slice != mask.voxels.end(); slice += plane)
    areas.push_back(static_cast<double>(std::count(slice, slice + plane, std::uint8_t{1})));
  const int own = drawn - first.k;
  if (own < 0 || own >= size.k || areas[static_cast<std::size_t>(own)] == 0.0) return {drawn};
  const auto top = std::max_element(areas.begin(), areas.end());
  const int slice = first.k + static_cast<int>(top - areas.begin());
  return {slice, spacing * std::abs(slice - drawn), *top / areas[static_cast<std::size_t>(own)]};
}

std::optional<LargerSlice> larger_in_image(const LesionGrid& grid, const CellValues& signal, const ImageGeometry& geometry)
{
  if (signal.empty()) return std::nullopt;
  const Follower follower(grid, signal, geometry);
  if (!follower.sees_the_drawn_one()) return std::nullopt;
  const auto up = follower.largest(1), down = follower.largest(-1);
  if (up && down) return up->area_ratio >= down->area_ratio ? up : down;
  return up ? up : down;
}

std::optional<std::string> warning_of_larger_slice(const LargerSlice& larger, int drawn)
{
  constexpr double plainly = 1.12;  // masks from axes in the largest slice: up to 1.08
  if (larger.area_ratio < plainly) return std::nullopt;
  return "in slice " + std::to_string(larger.slice + 1) + ", " + format_fixed(larger.distance, 1) + " mm from the drawn slice " +
         std::to_string(drawn + 1) + ", the lesion has " + format_fixed(larger.area_ratio, 1) +
         " times the area it has there: axes in a smaller section make diameters and volume too small. Draw the longest diameter in the "
         "slice where it is longest.";
}
}  // namespace nadir::segmentation::lesion
