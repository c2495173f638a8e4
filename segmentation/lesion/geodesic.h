#pragma once

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Price of a way through the grid: `per_mm` for its length, plus the changes of `values` it goes through.
struct PathPrice
{
  const CellValues& values;
  float per_mm = 0.0F;
};

/// Cheapest way from the sources (cells not 0) to each cell, by sweeps over the grid to and fro (26 neighbours, three rounds: exact
/// enough for ways that bend a few times, and of constant cost). Cells no way leads to: 1e6.
CellValues geodesic_distance(const LesionGrid& grid, const PathPrice& price, const std::vector<std::uint8_t>& sources);
}  // namespace nadir::segmentation::lesion
