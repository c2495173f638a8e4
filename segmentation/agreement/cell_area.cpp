#include "segmentation/agreement/cell_area.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace nadir::segmentation
{
namespace
{
using Point = PatientVector;  ///< here along i, j, k of one cell, mm
constexpr std::size_t none = 12;

/// The corners of the six faces, each in order round the face.
constexpr std::array<std::array<unsigned, 4>, 6> faces{
    {{0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}}};

/// Number 0..11 of the edge between two corners that differ in one bit.
std::size_t edge_of(unsigned a, unsigned b)
{
  const unsigned low = a & b, bit = a ^ b;
  if (bit == 1) return low >> 1;
  if (bit == 2) return 4 + ((low & 1) | (low >> 2 << 1));
  return 8 + low;
}

/// For each edge the two edges that the outline goes on to, over the two faces it belongs to.
using Links = std::array<std::array<std::size_t, 2>, 12>;

void link(Links& links, std::size_t a, std::size_t b)
{
  const auto add = [&](std::size_t from, std::size_t to) { links[from][links[from][0] == none ? 0 : 1] = to; };
  add(a, b);
  add(b, a);
}

/// Joins the crossed edges of one face: round each inside corner when there are four, otherwise the two there are.
void link_face(Links& links, unsigned code, const std::array<unsigned, 4>& corners)
{
  const auto is_inside = [&](std::size_t n) { return (code >> corners[n % 4] & 1) != 0; };
  std::vector<std::size_t> crossed;
  for (std::size_t n = 0; n < 4; ++n)
    if (is_inside(n) != is_inside(n + 1)) crossed.push_back(n);
  if (crossed.empty()) return;
  const auto edge = [&](std::size_t n) { return edge_of(corners[n % 4], corners[(n + 1) % 4]); };
  if (crossed.size() == 2) return link(links, edge(crossed[0]), edge(crossed[1]));
  for (std::size_t n = 0; n < 4; ++n)
    if (is_inside(n)) link(links, edge(n + 3), edge(n));
}

Point middle_of(std::size_t edge, VoxelSpacing spacing)
{
  const auto part = static_cast<unsigned>(edge % 4);
  const double first = part & 1 ? 1.0 : 0.0, second = part >> 1 ? 1.0 : 0.0;
  if (edge < 4) return {0.5 * spacing.i, first * spacing.j, second * spacing.k};
  if (edge < 8) return {first * spacing.i, 0.5 * spacing.j, second * spacing.k};
  return {first * spacing.i, second * spacing.j, 0.5 * spacing.k};
}

/// Area of a closed loop of points: triangles round its centroid.
double loop_area(const std::vector<Point>& loop)
{
  Point centre{};
  for (const auto& point : loop) centre = centre + (1.0 / static_cast<double>(loop.size())) * point;
  double area = 0.0;
  for (std::size_t n = 0; n < loop.size(); ++n) area += 0.5 * norm(cross(loop[n] - centre, loop[(n + 1) % loop.size()] - centre));
  return area;
}

double area_of(unsigned code, VoxelSpacing spacing)
{
  Links links;
  for (auto& ends : links) ends = {none, none};
  for (const auto& corners : faces) link_face(links, code, corners);
  std::array<bool, 12> done{};
  double area = 0.0;
  for (std::size_t start = 0; start < links.size(); ++start)
  {
    if (done[start] || links[start][0] == none) continue;
    std::vector<Point> loop;
    for (std::size_t edge = start, before = none; !done[edge];)
    {
      done[edge] = true;
      loop.push_back(middle_of(edge, spacing));
      const auto next = links[edge][0] == before ? links[edge][1] : links[edge][0];
      before = std::exchange(edge, next);
    }
    area += loop_area(loop);
  }
  return area;
}
}  // namespace

std::array<double, 256> cell_areas(VoxelSpacing spacing)
{
  std::array<double, 256> areas{};
  for (unsigned code = 0; code < areas.size(); ++code) areas[code] = area_of(code, spacing);
  return areas;
}
}  // namespace nadir::segmentation
