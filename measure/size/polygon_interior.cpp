#include "measure/size/polygon_interior.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
constexpr double relative_tolerance = 1e-12;

double distance_to(PlanePoint from, PlanePoint to, PlanePoint point)
{
  const auto along = to - from;
  const double squared = dot(along, along);
  const double t = squared > 0.0 ? std::clamp(dot(point - from, along) / squared, 0.0, 1.0) : 0.0;
  return distance(point, from + t * along);
}
}  // namespace

PolygonInterior::PolygonInterior(Polygon polygon)
{
  NADIR_EXPECTS(!polygon.empty());
  for (std::size_t n = 0; n < polygon.size(); ++n) edges_.push_back({polygon[n], polygon[(n + 1) % polygon.size()]});
  file_into_bands();
}

void PolygonInterior::file_into_bands()
{
  const auto [low, high] =
      std::minmax_element(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.from.y < b.from.y; });
  lowest_ = low->from.y;
  const double height = high->from.y - lowest_;
  double extent = height;
  for (const auto& edge : edges_) extent = std::max({extent, std::abs(edge.from.x), std::abs(edge.from.y)});
  tolerance_ = relative_tolerance * std::max(extent, 1.0);
  bands_.resize(edges_.size());
  band_height_ = height > 0.0 ? height / static_cast<double>(bands_.size()) : 1.0;
  for (const auto& edge : edges_)
    for (auto band = band_of(std::min(edge.from.y, edge.to.y) - tolerance_); band <= band_of(std::max(edge.from.y, edge.to.y) + tolerance_);
         ++band)
      bands_[band].push_back(edge);
}

std::size_t PolygonInterior::band_of(double y) const
{
  const double band = std::floor((y - lowest_) / band_height_);
  return static_cast<std::size_t>(std::clamp(band, 0.0, static_cast<double>(bands_.size() - 1)));
}

bool PolygonInterior::contains(PlanePoint point) const
{
  bool inside = false;
  for (const auto& [from, to] : bands_[band_of(point.y)])
  {
    if (distance_to(from, to, point) <= tolerance_) return true;
    if ((from.y > point.y) == (to.y > point.y)) continue;
    if (point.x < from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)) inside = !inside;
  }
  return inside;
}

/// A few places on the line: cheap, and enough to turn down most lines.
bool PolygonInterior::surely_leaves(PlanePoint from, PlanePoint to) const
{
  constexpr std::array<double, 7> places{0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875};
  return std::any_of(places.begin(), places.end(), [&](double t) { return !contains(from + t * (to - from)); });
}

bool PolygonInterior::contains_line(PlanePoint from, PlanePoint to) const
{
  const auto along = to - from;
  const double length = distance(from, to);
  if (length <= tolerance_) return contains(from);
  if (surely_leaves(from, to)) return false;
  std::vector<double> touches{0.0, 1.0};  // where the line meets the border; between two of them it is all in or all out
  for (const auto& edge : edges_)
  {
    const double left = cross(along, edge.from - from) / length;
    const double right = cross(along, edge.to - from) / length;
    if ((left > tolerance_ && right > tolerance_) || (left < -tolerance_ && right < -tolerance_)) continue;
    const auto place = [&](PlanePoint p) { return dot(p - from, along) / (length * length); };
    if (std::abs(left) <= tolerance_) touches.push_back(place(edge.from));
    if (std::abs(right) <= tolerance_) touches.push_back(place(edge.to));
    if (left * right < 0.0) touches.push_back(place(edge.from + left / (left - right) * (edge.to - edge.from)));
  }
  std::sort(touches.begin(), touches.end());
  for (std::size_t n = 1; n < touches.size(); ++n)
  {
    const double start = std::clamp(touches[n - 1], 0.0, 1.0);
    const double end = std::clamp(touches[n], 0.0, 1.0);
    if ((end - start) * length > 2.0 * tolerance_ && !contains(from + 0.5 * (start + end) * along)) return false;
  }
  return true;
}
}  // namespace nadir::measure
