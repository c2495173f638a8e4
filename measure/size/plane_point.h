#pragma once

#include <cmath>
#include <vector>

namespace nadir::measure
{
/// A place or a displacement in a slice plane, mm. x runs along the slice's columns index, y along its rows index; both are
/// orthogonal, so distances here are distances in the patient whatever the pixel aspect and obliquity.
struct PlanePoint
{
  double x = 0.0;
  double y = 0.0;

  bool operator==(const PlanePoint&) const = default;
  auto operator<=>(const PlanePoint&) const = default;  ///< lexicographic: x, then y
};

/// Closed polygon; the last point is not a repetition of the first.
using Polygon = std::vector<PlanePoint>;

constexpr PlanePoint operator+(PlanePoint a, PlanePoint b) { return {a.x + b.x, a.y + b.y}; }
constexpr PlanePoint operator-(PlanePoint a, PlanePoint b) { return {a.x - b.x, a.y - b.y}; }
constexpr PlanePoint operator*(double factor, PlanePoint a) { return {factor * a.x, factor * a.y}; }
constexpr double dot(PlanePoint a, PlanePoint b) { return a.x * b.x + a.y * b.y; }
constexpr double cross(PlanePoint a, PlanePoint b) { return a.x * b.y - a.y * b.x; }
constexpr double squared_distance(PlanePoint a, PlanePoint b) { return dot(b - a, b - a); }
inline double distance(PlanePoint a, PlanePoint b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// The same direction with length 1; the null vector stays null.
inline PlanePoint unit(PlanePoint a)
{
  const double length = std::hypot(a.x, a.y);
  return length > 0.0 ? (1.0 / length) * a : PlanePoint{};
}
/// Turned by a quarter turn from x towards y.
constexpr PlanePoint perpendicular(PlanePoint a) { return {-a.y, a.x}; }
}  // namespace nadir::measure
