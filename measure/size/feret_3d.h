#pragma once

#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// Surface points that lie in one plane of a stack of parallel planes.
struct SurfaceLevel
{
  double height = 0.0;  ///< mm along the stack's normal
  Polygon hull;         ///< convex hull of the points in that plane, as convex_hull() returns it
};

struct LevelPoint
{
  double height = 0.0;
  PlanePoint place;
};

struct SpaceChord
{
  LevelPoint from;
  LevelPoint to;
  double length = 0.0;  ///< mm
};

/// The two points farthest apart: the 3D Feret diameter of a stack of levels. Exact: points inside a level's hull cannot be an end,
/// and a pair of levels is skipped only when the circles round them prove that it holds no longer chord.
///
/// At least one level has a point. Lengths that differ by less than 1e-9 mm tie; the pair of lower levels, then the
/// lexicographically smaller points win.
SpaceChord farthest_points(const std::vector<SurfaceLevel>& levels);
}  // namespace nadir::measure
