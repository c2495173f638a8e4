#pragma once

#include <array>
#include <vector>

namespace nadir::measure
{
/// Corner n of the unit cube lies at (n & 1, n >> 1 & 1, n >> 2 & 1); a case has bit n set when corner n is inside.
/// A surface point is named by the two corners whose edge it halves, the lower one first.
struct CubeEdge
{
  int from = 0;
  int to = 0;

  bool operator==(const CubeEdge&) const = default;
};

/// What the surface does in a cube with given inside corners.
struct CubeCase
{
  std::vector<std::array<CubeEdge, 3>> triangles;  ///< counter-clockwise seen from outside
  double enclosed = 0.0;                           ///< share of the cube that is inside, 0 to 1
};

/// All 256 cases, generated once from the rule for a single face: walking round the face, the surface leaves the inside and enters
/// it again at the next change, so that diagonal inside corners stay apart.
const std::array<CubeCase, 256>& cube_cases();
}  // namespace nadir::measure
