#include "segmentation/lesion/stroke_response.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
/// Distance from a point to a stroke's line, mm; across slices counted once more as far.
double distance_to(const Stroke& stroke, PatientPoint point, PatientVector normal)
{
  double nearest = 1e9;
  for (std::size_t n = 0; n < stroke.points.size(); ++n)
  {
    const auto& from = stroke.points[n];
    const auto& to = stroke.points[std::min(n + 1, stroke.points.size() - 1)];
    const auto line = to - from, offset = point - from;
    const double length = dot(line, line);
    const double t = length > 0.0 ? std::clamp(dot(offset, line) / length, 0.0, 1.0) : 0.0;
    const auto rest = offset - t * line;
    const double rise = dot(rest, normal);
    nearest = std::min(nearest, std::sqrt(std::max(0.0, dot(rest, rest) - rise * rise) + rise * rise));
  }
  return nearest;
}
}  // namespace

CellValues after_strokes(const StrokeScene& scene, const CellValues& log_odds, const std::vector<Stroke>& strokes)
{
  CellValues changed = log_odds;
  for (const auto& stroke : strokes)
  {
    const double sign = stroke.kind == StrokeKind::Foreground ? 1.0 : -1.0;
    const double range = 2.5 * stroke.radius.value();
    for (int plane = 0; plane < scene.grid.planes; ++plane)
      for (int row = 0; row < LesionGrid::rows; ++row)
        for (int column = 0; column < LesionGrid::columns; ++column)
        {
          const double apart = distance_to(stroke, scene.grid.position(column, row, plane), scene.grid.frame.normal) / range;
          if (apart > 3.0) continue;
          auto& value = changed[LesionGrid::cell(column, row, plane)];
          const double pull = std::exp(-0.5 * apart * apart);
          value = static_cast<float>(value * (1.0 - pull) + sign * 5.0 * pull);
        }
  }
  return changed;
}
}  // namespace nadir::segmentation::lesion
