#include "measure/size/cube_cases.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace nadir::measure
{
namespace
{
struct Place
{
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
};

/// A piece of the surface's border on one face: from one halved edge to another.
struct Segment
{
  CubeEdge from;
  CubeEdge to;
};
using Loop = std::vector<CubeEdge>;

/// Corners of the six faces, counter-clockwise seen from outside the cube.
constexpr std::array<std::array<int, 4>, 6> faces{{{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};
constexpr std::size_t top_face = 5;  ///< z = 1

bool is_inside(unsigned corners, int corner) { return (corners >> corner & 1U) != 0; }
CubeEdge edge_between(int a, int b) { return {std::min(a, b), std::max(a, b)}; }

/// Edge at which the face walk enters the inside last before position `leaving`.
CubeEdge entry_before(unsigned corners, const std::array<int, 4>& face, std::size_t leaving)
{
  for (std::size_t back = 1;; ++back)
  {
    const auto position = (leaving + 4 - back) % 4;
    const int here = face[position];
    const int next = face[(position + 1) % 4];
    if (!is_inside(corners, here) && is_inside(corners, next)) return edge_between(here, next);
  }
}

std::vector<Segment> segments_of(unsigned corners)
{
  std::vector<Segment> segments;
  for (const auto& face : faces)
    for (std::size_t position = 0; position < 4; ++position)
    {
      const int here = face[position];
      const int next = face[(position + 1) % 4];
      if (is_inside(corners, here) && !is_inside(corners, next))
        segments.push_back({entry_before(corners, face, position), edge_between(here, next)});
    }
  return segments;
}

std::vector<Loop> loops_of(std::vector<Segment> segments)
{
  std::vector<Loop> loops;
  while (!segments.empty())
  {
    Loop loop{segments.back().from};
    auto next = segments.back().to;
    segments.pop_back();
    while (!(next == loop.front()))
    {
      loop.push_back(next);
      const auto following = std::find_if(segments.begin(), segments.end(), [&](const Segment& s) { return s.from == next; });
      next = following->to;
      segments.erase(following);
    }
    loops.push_back(loop);
  }
  return loops;
}

Place middle_of(CubeEdge edge)
{
  const auto half_sum = [&](int bit) { return 0.5 * ((edge.from >> bit & 1) + (edge.to >> bit & 1)); };
  return {half_sum(0), half_sum(1), half_sum(2)};
}

/// Integral of z over the triangle's projection on the x-y plane, positive when it faces up: its part in the divergence theorem.
double volume_below(const std::array<CubeEdge, 3>& triangle)
{
  const auto a = middle_of(triangle[0]), b = middle_of(triangle[1]), c = middle_of(triangle[2]);
  const double projected_area = 0.5 * ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y));
  return projected_area * (a.z + b.z + c.z) / 3.0;
}

/// Inside area of the top face: 1/8 a lone corner, a half for two neighbours, 7/8 for three.
double inside_area_on_top(unsigned corners)
{
  std::array<bool, 4> inside{};
  for (std::size_t n = 0; n < 4; ++n) inside[n] = is_inside(corners, faces[top_face][n]);
  const auto count = std::count(inside.begin(), inside.end(), true);
  if (count == 2) return inside[0] == inside[2] ? 0.25 : 0.5;
  constexpr std::array<double, 5> area{0.0, 0.125, 0.5, 0.875, 1.0};
  return area[static_cast<std::size_t>(count)];
}

using Triangle = std::array<CubeEdge, 3>;
struct Patch
{
  std::vector<Triangle> triangles;
  double volume = 0.0;
};

/// Triangulates a stretch of a loop so that `bulge` (1 or -1) times the volume below it is largest.
Patch patch_over(const Loop& loop, std::size_t first, std::size_t last, double bulge)
{
  Patch best;
  for (auto middle = first + 1; middle < last; ++middle)
  {
    auto patch = patch_over(loop, first, middle, bulge);
    const auto rest = patch_over(loop, middle, last, bulge);
    const Triangle triangle{loop[first], loop[middle], loop[last]};
    patch.triangles.insert(patch.triangles.end(), rest.triangles.begin(), rest.triangles.end());
    patch.triangles.push_back(triangle);
    patch.volume += rest.volume + volume_below(triangle);
    if (best.triangles.empty() || bulge * (patch.volume - best.volume) > 1e-12) best = std::move(patch);
  }
  return best;
}

CubeCase make_case(unsigned corners)
{
  // A loop of more than three points is not flat. The fewer corners, inside or outside, get the surface that leaves them most room,
  // so that a mask and its inverse share one surface; published IBSI and radiomics volumes follow the same convention.
  const double bulge = std::popcount(corners) <= 4 ? 1.0 : -1.0;
  CubeCase result;
  result.enclosed = inside_area_on_top(corners);
  for (const auto& loop : loops_of(segments_of(corners)))
  {
    const auto patch = patch_over(loop, 0, loop.size() - 1, bulge);
    result.triangles.insert(result.triangles.end(), patch.triangles.begin(), patch.triangles.end());
    result.enclosed += patch.volume;
  }
  return result;
}

std::array<CubeCase, 256> make_cases()
{
  std::array<CubeCase, 256> cases;
  for (unsigned corners = 0; corners < cases.size(); ++corners) cases[corners] = make_case(corners);
  return cases;
}
}  // namespace

const std::array<CubeCase, 256>& cube_cases()
{
  static const auto cases = make_cases();
  return cases;
}
}  // namespace nadir::measure
