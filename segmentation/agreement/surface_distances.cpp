#include "segmentation/agreement/surface_distances.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "segmentation/agreement/cell_area.h"
#include "segmentation/agreement/common_grid.h"
#include "segmentation/mask/distance_map.h"
#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t most_cells = 200'000'000;

/// The cells round both masks: cell (i, j, k) lies between voxel centre (i, j, k) and the next one along each axis.
struct Cells
{
  VoxelIndex first;
  GridSize size;
  VoxelSpacing spacing;
  int depth = 1;  ///< 1: the next slice belongs to the cell; 0: a single slice, which counts as its own neighbour
};

struct Piece
{
  std::size_t cell;
  double area;
};

Cells cells_round(const MaskPair& pair)
{
  const auto box = around_both(pair.a.box(), pair.b.box());
  const int depth = pair.a.geometry().size().k > 1 ? 1 : 0;
  return {{box.first.i - 1, box.first.j - 1, box.first.k - depth},
          {box.size.i + 1, box.size.j + 1, depth == 1 ? box.size.k + 1 : 1},
          pair.a.geometry().spacing(),
          depth};
}

unsigned code_of(const Mask& mask, VoxelIndex cell, int depth)
{
  unsigned code = 0;
  for (unsigned n = 0; n < 8; ++n)
  {
    const VoxelIndex voxel{cell.i + static_cast<int>(n & 1), cell.j + static_cast<int>(n >> 1 & 1),
                           cell.k + static_cast<int>(n >> 2) * depth};
    if (mask.contains(voxel)) code |= 1u << n;
  }
  return code;
}

std::vector<Piece> pieces_of(const Mask& mask, const Cells& cells)
{
  const auto areas = cell_areas(cells.spacing);
  std::vector<Piece> pieces;
  std::size_t cell = 0;
  for (int k = 0; k < cells.size.k; ++k)
    for (int j = 0; j < cells.size.j; ++j)
      for (int i = 0; i < cells.size.i; ++i, ++cell)
        if (const double area = areas[code_of(mask, {cells.first.i + i, cells.first.j + j, cells.first.k + k}, cells.depth)]; area > 0.0)
          pieces.push_back({cell, area});
  return pieces;
}

/// Distances of the pieces of one outline to the other, and what they weigh.
struct OneWay
{
  double weighted_sum = 0.0;
  double area = 0.0;
  double quantile_95 = 0.0;
  double largest = 0.0;
};

std::vector<float> squared_to(const std::vector<Piece>& pieces, const Cells& cells)
{
  std::vector<float> squared(cells.size.voxels(), no_source);
  for (const auto& piece : pieces) squared[piece.cell] = 0.0f;
  squared_distances(squared, cells.size, cells.spacing);
  return squared;
}

double quantile(std::vector<std::pair<double, double>>& distance_and_area, double total, double share)
{
  std::sort(distance_and_area.begin(), distance_and_area.end());
  double sum = 0.0;
  for (const auto& [distance, area] : distance_and_area)
    if ((sum += area) >= share * total) return distance;
  return distance_and_area.back().first;
}

OneWay distances_from(const std::vector<Piece>& pieces, const std::vector<float>& squared_to_other)
{
  OneWay way;
  std::vector<std::pair<double, double>> all;
  all.reserve(pieces.size());
  for (const auto& piece : pieces)
  {
    const double distance = std::sqrt(static_cast<double>(squared_to_other[piece.cell]));
    way.weighted_sum += distance * piece.area;
    way.area += piece.area;
    way.largest = std::max(way.largest, distance);
    all.emplace_back(distance, piece.area);
  }
  way.quantile_95 = quantile(all, way.area, 0.95);
  return way;
}
}  // namespace

Result<SurfaceDistances> surface_distances(const Mask& a, const Mask& b)
{
  if (a.is_empty() || b.is_empty())
    return Failure{AgreementError::Empty, "a mask is empty (there is no outline to measure a distance from). Compare volumes instead."};
  const auto pair = on_common_grid(a, b);
  if (!pair) return pair.failure();
  const auto cells = cells_round(*pair);
  if (cells.size.voxels() > most_cells)
    return Failure{AgreementError::TooLarge, "the box around both masks holds more than 200 million voxels (distances would not fit into "
                                             "memory). Crop the masks to one lesion."};
  const auto of_a = pieces_of(pair->a, cells), of_b = pieces_of(pair->b, cells);
  const auto from_a = distances_from(of_a, squared_to(of_b, cells));
  const auto from_b = distances_from(of_b, squared_to(of_a, cells));
  return SurfaceDistances{Millimeters{from_a.weighted_sum / from_a.area}, Millimeters{from_b.weighted_sum / from_b.area},
                          Millimeters{(from_a.weighted_sum + from_b.weighted_sum) / (from_a.area + from_b.area)},
                          Millimeters{std::max(from_a.quantile_95, from_b.quantile_95)},
                          Millimeters{std::max(from_a.largest, from_b.largest)}};
}
}  // namespace nadir::segmentation
