#include "segmentation/lesion/stroke_features.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "segmentation/lesion/geodesic.h"
#include "segmentation/lesion/in_parallel.h"

namespace nadir::segmentation::lesion
{
namespace
{
constexpr double reach = 1.3;  ///< mean radii around the scribble

/// Offset in mm along columns, rows and planes.
struct Offset
{
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;

  double length() const { return std::hypot(x, y, z); }
};

struct CellPlace
{
  int x = 0;
  int y = 0;
  int z = 0;
};

CellPlace place_of_cell(std::size_t cell)
{
  return {static_cast<int>(cell % LesionGrid::columns), static_cast<int>(cell / LesionGrid::columns % LesionGrid::rows),
          static_cast<int>(cell / LesionGrid::plane_cells())};
}

/// What the scribble itself tells, the same for all cells.
struct Summary
{
  float sign = 1.0F;
  float certainty = 0.0F;  ///< mean of the signed log odds under it
  float least = 0.0F;      ///< least of them
  float signal = 0.0F;     ///< mean
  float depth = 0.0F;      ///< largest distance from the surface found so far
  float size = 0.0F;       ///< square root of its area
};

class FeatureMaker
{
public:
  FeatureMaker(const StrokeScene& scene, const Scribble& scribble)
      : scene_(scene), scribble_(scribble), radius_(std::sqrt(scene.grid.frame.half_long * scene.grid.frame.half_short))
  {
    choose_speakers();
    measure();
    summarize();
  }

  StrokeFeatures make() const
  {
    StrokeFeatures out;
    out.names = {"found",    "found_there", "least_there",  "beyond_depth", "depth_there", "distance",   "in_slice",
                 "rise",     "planes",      "outward",      "sideways",     "unlike",      "way_unlike", "way_found",
                 "geodesic", "radius",      "radius_there", "size",         "kind",        "depth",      "farther_out"};
    std::vector<std::vector<std::uint32_t>> found(static_cast<std::size_t>(scene_.grid.planes));
    in_parallel(scene_.grid.planes, scene_.threads, [&](int z) { found[static_cast<std::size_t>(z)] = cells_in_reach(z); });
    for (const auto& plane : found) out.cells.insert(out.cells.end(), plane.begin(), plane.end());
    out.rows.resize(out.cells.size() * out.names.size());
    constexpr int chunk = 512;
    const int chunks = static_cast<int>((out.cells.size() + chunk - 1) / chunk);
    in_parallel(chunks, scene_.threads,
                [&](int c)
                {
                  const auto first = static_cast<std::size_t>(c) * chunk, last = std::min(out.cells.size(), first + chunk);
                  for (std::size_t n = first; n < last; ++n) describe(out.cells[n], &out.rows[n * out.names.size()]);
                });
    return out;
  }

private:
  /// Some of the scribble's cells that speak for all: straight ways begin there.
  void choose_speakers()
  {
    constexpr std::size_t most = 9;
    const auto count = scribble_.cells.size();
    for (std::size_t n = 0; n < std::min(most, count); ++n)
      speakers_.push_back(place_of_cell(scribble_.cells[count <= most ? n : n * (count - 1) / (most - 1)]));
  }

  /// Distance from the surface found so far, and cheapest ways from the scribble.
  void measure()
  {
    const auto& grid = scene_.grid;
    std::vector<std::uint8_t> border(grid.cells(), 0), painted(grid.cells(), 0);
    for (const auto cell : scribble_.cells) painted[cell] = 1;
    for (std::size_t n = 0; n < grid.cells(); ++n) border[n] = lies_at_border(n) ? 1 : 0;
    const CellValues flat(grid.cells(), 0.0F);
    const auto per_mm = static_cast<float>(1.0 / radius_);
    in_parallel(2, scene_.threads,
                [&](int n)
                {
                  if (n == 0) surface_ = geodesic_distance(grid, {flat, per_mm}, border);
                  if (n == 1) cheapest_ = geodesic_distance(grid, {scene_.signal, per_mm}, painted);
                });
  }

  bool lies_at_border(std::size_t cell) const
  {
    const auto at = place_of_cell(cell);
    const bool inside = scene_.log_odds[cell] > 0.0F;
    const auto differs = [&](bool exists, std::size_t other) { return exists && (scene_.log_odds[other] > 0.0F) != inside; };
    return differs(at.x + 1 < LesionGrid::columns, cell + 1) || differs(at.y + 1 < LesionGrid::rows, cell + LesionGrid::columns) ||
           differs(at.z + 1 < scene_.grid.planes, cell + LesionGrid::plane_cells()) || differs(at.x > 0, cell - 1) ||
           differs(at.y > 0, cell - LesionGrid::columns) || differs(at.z > 0, cell - LesionGrid::plane_cells());
  }

  float found(std::size_t cell) const { return summary_.sign * std::clamp(scene_.log_odds[cell], -most_certain, most_certain); }

  /// Distance from the surface, positive on the scribble's side.
  float depth(std::size_t cell) const
  {
    const float distance = std::min(surface_[cell], 2.0F);
    return found(cell) > 0.0F ? distance : -distance;
  }

  void summarize()
  {
    summary_.sign = sign_of(scribble_.kind);
    const auto count = static_cast<float>(scribble_.cells.size());
    summary_.least = most_certain;
    for (const auto cell : scribble_.cells)
    {
      summary_.certainty += found(cell) / count;
      summary_.least = std::min(summary_.least, found(cell));
      summary_.signal += scene_.signal[cell] / count;
      summary_.depth = std::min(summary_.depth, depth(cell));
    }
    summary_.size =
        static_cast<float>(std::sqrt(static_cast<double>(count) * scene_.grid.column_step() * scene_.grid.row_step()) / radius_);
  }

  Offset offset(const CellPlace& from, const CellPlace& to) const
  {
    const auto& grid = scene_.grid;
    return {(to.x - from.x) * grid.column_step(), (to.y - from.y) * grid.row_step(), (to.z - from.z) * grid.plane_step};
  }

  const CellPlace& nearest_speaker(const CellPlace& to) const
  {
    return *std::min_element(speakers_.begin(), speakers_.end(),
                             [&](const CellPlace& a, const CellPlace& b) { return offset(a, to).length() < offset(b, to).length(); });
  }

  std::vector<std::uint32_t> cells_in_reach(int z) const
  {
    std::vector<std::uint32_t> cells;
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
        if (const CellPlace to{x, y, z}; offset(nearest_speaker(to), to).length() < reach * radius_)
          cells.push_back(static_cast<std::uint32_t>(LesionGrid::cell(x, y, z)));
    return cells;
  }

  /// The straight way from the scribble: how far the signal departs from the scribble's, and the most that was found of its kind.
  struct Way
  {
    float unlike = 0.0F;
    float found = -most_certain;
  };
  Way straight_way(const CellPlace& from, const CellPlace& to) const
  {
    constexpr int steps = 6;
    Way way;
    for (int n = 0; n <= steps; ++n)
    {
      const double t = n / static_cast<double>(steps);
      const auto at = [t](int a, int b) { return static_cast<int>(std::lround(a + t * (b - a))); };
      const auto cell = LesionGrid::cell(at(from.x, to.x), at(from.y, to.y), at(from.z, to.z));
      way.unlike = std::max(way.unlike, std::abs(scene_.signal[cell] - summary_.signal));
      way.found = std::max(way.found, found(cell));
    }
    return way;
  }

  double frame_radius(const CellPlace& at) const { return scene_.grid.radius(at.x, at.y, at.z); }

  void describe(std::size_t cell, float* values) const
  {
    const auto& grid = scene_.grid;
    const auto to = place_of_cell(cell), from = nearest_speaker(to);
    const auto way = straight_way(from, to);
    const auto away = offset(from, to);
    const Offset spoke = offset({LesionGrid::columns / 2, LesionGrid::rows / 2, grid.drawn_plane}, from);
    const double length = std::max(1e-6, std::hypot(spoke.x, spoke.y));
    const double outward = (away.x * spoke.x + away.y * spoke.y) / length,
                 sideways = std::abs(away.x * spoke.y - away.y * spoke.x) / length;
    const auto in_radii = [&](double mm) { return static_cast<float>(mm / radius_); };
    const std::array<float, 21> all{found(cell),
                                    summary_.certainty,
                                    summary_.least,
                                    depth(cell) - 2.0F * summary_.depth,
                                    summary_.depth,
                                    in_radii(away.length()),
                                    in_radii(std::hypot(away.x, away.y)),
                                    in_radii(std::abs(away.z)),
                                    static_cast<float>(std::abs(to.z - from.z)),
                                    in_radii(outward),
                                    in_radii(sideways),
                                    std::abs(scene_.signal[cell] - summary_.signal),
                                    way.unlike,
                                    way.found,
                                    cheapest_[cell],
                                    static_cast<float>(frame_radius(to)),
                                    static_cast<float>(frame_radius(from)),
                                    summary_.size,
                                    summary_.sign,
                                    depth(cell),
                                    static_cast<float>(std::abs(grid.depth(to.z)) - std::abs(grid.depth(from.z)))};
    std::copy(all.begin(), all.end(), values);
  }

  const StrokeScene& scene_;
  const Scribble& scribble_;
  double radius_;  ///< mm
  std::vector<CellPlace> speakers_;
  CellValues surface_;
  CellValues cheapest_;
  Summary summary_;
};
}  // namespace

StrokeFeatures stroke_features(const StrokeScene& scene, const Scribble& scribble) { return FeatureMaker(scene, scribble).make(); }
}  // namespace nadir::segmentation::lesion
