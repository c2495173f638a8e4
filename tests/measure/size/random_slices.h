#pragma once

#include <random>

#include "measure/size/pixel_slice.h"

namespace nadir::testing
{
/// A small slice with random pixels, at least one of them set; pixels need not be square.
inline measure::PixelSlice random_slice(std::mt19937& random)
{
  std::uniform_int_distribution<int> size(1, 12);
  std::uniform_real_distribution<double> step(0.3, 3.0), share(0.05, 0.9);
  measure::PixelSlice slice{size(random), size(random), step(random), step(random), {}};
  std::bernoulli_distribution is_set(share(random));
  for (int n = 0; n < slice.columns * slice.rows; ++n) slice.pixels.push_back(is_set(random) ? 1 : 0);
  slice.pixels[static_cast<std::size_t>(random() % slice.pixels.size())] = 1;
  return slice;
}

/// Every mid-point between an inside and an outside pixel.
inline std::vector<measure::PlanePoint> all_edge_points(const measure::PixelSlice& slice)
{
  std::vector<measure::PlanePoint> points;
  for (int row = 0; row < slice.rows; ++row)
    for (int column = 0; column < slice.columns; ++column)
    {
      if (!slice.contains(column, row)) continue;
      if (!slice.contains(column - 1, row)) points.push_back(slice.place(column - 0.5, row));
      if (!slice.contains(column + 1, row)) points.push_back(slice.place(column + 0.5, row));
      if (!slice.contains(column, row - 1)) points.push_back(slice.place(column, row - 0.5));
      if (!slice.contains(column, row + 1)) points.push_back(slice.place(column, row + 0.5));
    }
  return points;
}

inline double longest_of_all_pairs(const std::vector<measure::PlanePoint>& points)
{
  double longest = 0.0;
  for (const auto& a : points)
    for (const auto& b : points) longest = std::max(longest, measure::distance(a, b));
  return longest;
}
}  // namespace nadir::testing
