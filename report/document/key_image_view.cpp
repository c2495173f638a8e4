#include "report/document/key_image_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nadir::report
{
namespace
{
constexpr double least_side = 40.0, surroundings = 0.25, least_margin = 12.0;  // mm; share of the lesion on each side

/// Box around what was measured, mm.
class Bounds
{
public:
  void add(const DrawingPoint& point)
  {
    if (!std::isfinite(point.x) || !std::isfinite(point.y)) return;
    left_ = std::min(left_, point.x), right_ = std::max(right_, point.x);
    top_ = std::min(top_, point.y), bottom_ = std::max(bottom_, point.y);
  }
  bool empty() const { return left_ > right_; }
  DrawingRect rect() const { return {left_, top_, right_ - left_, bottom_ - top_}; }

private:
  static constexpr double infinity = std::numeric_limits<double>::infinity();
  double left_ = infinity, right_ = -infinity, top_ = infinity, bottom_ = -infinity;
};

Bounds bounds_of(const measure::KeyImage& image)
{
  Bounds bounds;
  for (const auto& caliper : image.calipers) bounds.add(in_millimeters(image, caliper.from)), bounds.add(in_millimeters(image, caliper.to));
  for (const auto& contour : image.contours)
    for (const auto& point : contour) bounds.add(in_millimeters(image, point));
  return bounds;
}

double clamped_start(double middle, double side, double length)
{
  return side >= length ? 0.5 * (length - side) : std::clamp(middle - 0.5 * side, 0.0, length - side);
}
}  // namespace

DrawingPoint in_millimeters(const measure::KeyImage& image, const measure::PixelPoint& point)
{
  return {(point.x + 0.5) * image.column_spacing_mm, (point.y + 0.5) * image.row_spacing_mm};
}

DrawingRect whole_view(const measure::KeyImage& image)
{
  return {0.0, 0.0, image.columns * image.column_spacing_mm, image.rows * image.row_spacing_mm};
}

double needed_side(const measure::KeyImage& image)
{
  const Bounds bounds = bounds_of(image);
  if (bounds.empty()) return 0.0;
  const double extent = std::max(bounds.rect().width, bounds.rect().height);
  return std::max(least_side, extent + 2.0 * std::max(least_margin, surroundings * extent));
}

DrawingRect zoom_view(const measure::KeyImage& image, double side)
{
  const DrawingRect whole = whole_view(image);
  const Bounds bounds = bounds_of(image);
  const DrawingPoint middle = bounds.empty() ? whole.middle() : bounds.rect().middle();
  return {clamped_start(middle.x, side, whole.width), clamped_start(middle.y, side, whole.height), side, side};
}

std::string opposite_side(const std::string& letters)
{
  constexpr std::string_view sides = "RLAPHFSI", opposites = "LRPAFHIS";
  std::string opposite;
  for (const char letter : letters)
  {
    const auto at = sides.find(letter);
    if (at == std::string_view::npos) return "";
    opposite += opposites[at];
  }
  return opposite;
}
}  // namespace nadir::report
