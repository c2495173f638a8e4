#include "segmentation/mask/contour_shape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t most_examined_points = 2000;

struct Point2
{
  double x = 0.0;
  double y = 0.0;
};
using Polygon = std::vector<Point2>;

PatientPoint centroid(const Contour& contour)
{
  PatientVector sum{};
  for (const auto& point : contour) sum = sum + (point - contour.front());
  return contour.front() + (1.0 / static_cast<double>(contour.size())) * sum;
}

/// A unit vector perpendicular to the normal.
PatientVector any_perpendicular(PatientVector normal)
{
  const PatientVector helper = std::abs(normal.left) < 0.7 ? PatientVector{1, 0, 0} : PatientVector{0, 1, 0};
  const auto vector = cross(normal, helper);
  return (1.0 / norm(vector)) * vector;
}

Polygon flattened(const Contour& contour, PatientVector normal, PatientPoint origin)
{
  const auto u = any_perpendicular(normal);
  const auto v = cross(normal, u);
  Polygon polygon;
  for (const auto& point : contour) polygon.push_back({dot(point - origin, u), dot(point - origin, v)});
  return polygon;
}

double turn(Point2 a, Point2 b, Point2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool are_opposite(double a, double b) { return (a > 0.0 && b < 0.0) || (a < 0.0 && b > 0.0); }

bool edges_cross(Point2 a, Point2 b, Point2 c, Point2 d)
{
  return are_opposite(turn(a, b, c), turn(a, b, d)) && are_opposite(turn(c, d, a), turn(c, d, b));
}

/// True when edge (a, b) crosses one of the edges of `polygon` from number `first` on.
bool crosses_from(Point2 a, Point2 b, const Polygon& polygon, std::size_t first)
{
  for (std::size_t n = first; n < polygon.size(); ++n)
    if (edges_cross(a, b, polygon[n], polygon[(n + 1) % polygon.size()])) return true;
  return false;
}
}  // namespace

PatientVector vector_area(const Contour& contour)
{
  PatientVector sum{};
  for (std::size_t n = 1; n + 1 < contour.size(); ++n) sum = sum + cross(contour[n] - contour[0], contour[n + 1] - contour[0]);
  return 0.5 * sum;
}

Contour without_repeats(const Contour& contour)
{
  Contour result;
  for (const auto& point : contour)
    if (result.empty() || !(result.back() == point)) result.push_back(point);
  while (result.size() > 1 && result.back() == result.front()) result.pop_back();
  return result;
}

double flatness(const Contour& contour, PatientVector normal)
{
  const auto middle = centroid(contour);
  double largest = 0.0;
  for (const auto& point : contour) largest = std::max(largest, std::abs(dot(point - middle, normal)));
  return largest;
}

double offset_along(const Contour& contour, PatientVector normal) { return dot(centroid(contour) - PatientPoint{}, normal); }

bool crosses_itself(const Contour& contour, PatientVector normal)
{
  if (contour.size() > most_examined_points || contour.size() < 4) return false;
  const auto polygon = flattened(contour, normal, contour.front());
  for (std::size_t n = 0; n + 2 < polygon.size(); ++n)
    if (crosses_from(polygon[n], polygon[n + 1], polygon, n + 2)) return true;
  return false;
}

bool cross_each_other(const Contour& a, const Contour& b, PatientVector normal)
{
  if (a.size() > most_examined_points || b.size() > most_examined_points) return false;
  const auto first = flattened(a, normal, a.front());
  const auto second = flattened(b, normal, a.front());
  for (std::size_t n = 0; n < first.size(); ++n)
    if (crosses_from(first[n], first[(n + 1) % first.size()], second, 0)) return true;
  return false;
}
}  // namespace nadir::segmentation
