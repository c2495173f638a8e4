#include "segmentation/lesion/surface_answer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/scribble.h"
#include "segmentation/lesion/seen_surface.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Radii (mm, one a direction of check_directions()) of what the grid holds for lesion: the farthest such place.
std::vector<double> radii_of(const GridAnswer& found, const RaySignal& signal)
{
  const auto is_lesion = [&](PatientPoint point)
  {
    const auto place = place_of(found.grid, point);
    const int column = static_cast<int>(std::lround(place.column)), row = static_cast<int>(std::lround(place.row)),
              plane = static_cast<int>(std::lround(place.plane));
    if (column < 0 || row < 0 || plane < 0 || column >= LesionGrid::columns || row >= LesionGrid::rows || plane >= found.grid.planes)
      return false;
    return found.log_odds[LesionGrid::cell(column, row, plane)] > 0.0F;
  };
  std::vector<double> radii;
  for (const auto& direction : check_directions().all())
  {
    int place = signal.radii() - 1;
    while (place > 0 && !is_lesion(signal.middle() + signal.radius(place) * direction)) --place;
    radii.push_back(signal.radius(place));
  }
  return radii;
}

/// Across the line in the drawn slice: the ellipse on the line that has the section's area, and its middle. A single ray may be wrong.
ShownWidth width_of(const PromptFrame& line, const std::vector<double>& radii)
{
  constexpr int steps = 72;
  constexpr double turn = 2.0 * std::numbers::pi / steps;
  double area = 0.0, moment = 0.0;
  for (int n = 0; n < steps; ++n)
  {
    const double across = std::sin(turn * n);
    const double radius = ray_directions().between(radii, std::cos(turn * n) * line.along + across * line.across);
    area += 0.5 * turn * radius * radius, moment += turn / 3.0 * radius * radius * radius * across;
  }
  return {area / (std::numbers::pi * line.half_long), moment / area};
}

/// One side of the drawn slice.
struct Half
{
  double height = 0.0;  ///< mm
  PatientVector lean;   ///< of its end
};

/// The half ellipsoid on the section that has the volume and the middle of one side, towards `normal`.
Half half_of(const std::vector<double>& radii, PatientVector normal, double half_long, double half_short)
{
  constexpr double middle = 0.375;  // height of the middle of a half ellipsoid
  const auto& rays = ray_directions().all();
  const double angle = 4.0 * std::numbers::pi / static_cast<double>(rays.size());
  double volume = 0.0;
  PatientVector moment;
  for (std::size_t ray = 0; ray < rays.size(); ++ray)
  {
    if (dot(rays[ray], normal) <= 0.0) continue;
    const double cube = radii[ray] * radii[ray] * radii[ray];
    volume += angle / 3.0 * cube, moment = moment + (0.25 * angle * cube * radii[ray]) * rays[ray];
  }
  const auto centre = (1.0 / volume) * moment;
  const auto sideways = (1.0 / middle) * (centre - dot(centre, normal) * normal);
  const double most = 0.9 * half_long, length = norm(sideways);
  return {volume / (2.0 / 3.0 * std::numbers::pi * half_long * half_short), length > most ? (most / length) * sideways : sideways};
}

/// Where much of a border is seen nowhere, the mask is a guess at a typical shape; less so with a drawn short axis.
std::optional<std::string> warning_of_unseen(const BorderSight& sight, bool has_short_axis)
{
  constexpr double much = 0.35, much_with_both_axes = 0.6;
  if (sight.unseen < (has_short_axis ? much_with_both_axes : much)) return std::nullopt;
  return "along " + std::to_string(static_cast<int>(std::lround(100.0 * sight.unseen))) +
         " % of the mask's border the image hardly changes: there it follows a typical shape. " +
         (has_short_axis ? "Mark the first and last slice, or add another sequence."
                         : "Draw the short axis and mark the first and last slice, or add another sequence.");
}

/// With the surface's width, unless the short axis was drawn. Its ends are found, not marked: what lies beyond them may still be lesion.
PromptFrame frame_of(PromptFrame frame, const std::vector<double>& radii, double spacing)
{
  PatientVector offset;
  if (!frame.short_known)
  {
    const auto width = width_of(frame, radii);
    offset = width.offset * frame.across;
    frame.half_short = std::clamp(width.half_short, 0.1 * frame.half_long, 1.1 * frame.half_long);
  }
  const auto up = half_of(radii, frame.normal, frame.half_long, frame.half_short),
             down = half_of(radii, -1.0 * frame.normal, frame.half_long, frame.half_short);
  frame.up = std::max(up.height, 0.5 * spacing), frame.down = std::max(down.height, 0.5 * spacing);
  frame.lean_up = up.lean - offset, frame.lean_down = down.lean - offset;
  frame.center = frame.center + offset;
  frame.short_known = true;
  return frame;
}

/// What the surface says of each cell.
void add_surface(const LesionGrid& grid, PatientPoint middle, const std::vector<double>& radii, int threads, CellValues& log_odds)
{
  constexpr double softness = 1.0, most = 4.0;  // mm for one log odds; log odds
  in_parallel(grid.planes, threads,
              [&](int plane)
              {
                for (int row = 0; row < LesionGrid::rows; ++row)
                  for (int column = 0; column < LesionGrid::columns; ++column)
                  {
                    const auto from_middle = grid.position(column, row, plane) - middle;
                    const double length = std::max(norm(from_middle), 1e-6);
                    const double depth = ray_directions().between(radii, (1.0 / length) * from_middle) - length;
                    log_odds[LesionGrid::cell(column, row, plane)] += static_cast<float>(std::clamp(depth / softness, -most, most));
                  }
              });
}
}  // namespace

GridAnswer answer_of_seen_border(const PromptFrame& frame, GridAnswer found, const Look& look)
{
  const auto& image = *look.channels.front();
  const auto& drawn = *look.prompt.long_axis;
  const RaySignal signal(image, drawn);
  const auto of_found = radii_of(found, signal);
  const auto radii = seen_surface(signal, look.prompt, of_found);
  if (!radii)
  {
    if (const auto warning = warning_of_unseen(sight_of(signal, of_found), look.prompt.short_axis.has_value()))
      found.warnings.push_back(*warning);
    return found;
  }
  auto seen = answer_in(frame_of(frame, *radii, image.geometry().spacing().k), PromptKind::AxesExtent, look);
  add_surface(seen.grid, signal.middle(), *radii, look.threads, seen.log_odds);
  return seen;
}
}  // namespace nadir::segmentation::lesion
