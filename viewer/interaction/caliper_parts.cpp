#include "viewer/interaction/caliper_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace nadir::viewer
{
namespace
{
using reading::DrawnCaliper;
using reading::Line;

double pixels_between(ViewPoint a, ViewPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

double pixels_to_line(ViewPoint from, ViewPoint to, ViewPoint place)
{
  const double x = to.x - from.x, y = to.y - from.y, length = x * x + y * y;
  const double share = length > 0 ? std::clamp(((place.x - from.x) * x + (place.y - from.y) * y) / length, 0.0, 1.0) : 0.0;
  return pixels_between({from.x + share * x, from.y + share * y}, place);
}

PatientVector direction(const Line& line)
{
  const auto way = line.to - line.from;
  const double length = norm(way);
  return length > 0 ? (1.0 / length) * way : PatientVector{};
}

/// A short axis as seen from the longest: where it crosses, as a share of the way, and how far it reaches along `across`.
struct Crossing
{
  double share = 0.5;
  double from = 0.0;  ///< mm, signed
  double to = 0.0;
};

Crossing crossing_of(const Line& longest, const Line& short_axis, PatientVector normal)
{
  const auto along = direction(longest), across = cross(normal, along);
  const double length = distance(longest.from, longest.to).value();
  const double share = length > 0 ? dot(short_axis.from - longest.from, along) / length : 0.5;
  return {share, dot(short_axis.from - longest.from, across), dot(short_axis.to - longest.from, across)};
}

Line short_axis_of(const Line& longest, const Crossing& crossing, PatientVector normal)
{
  const auto across = cross(normal, direction(longest));
  const auto foot = longest.from + std::clamp(crossing.share, 0.0, 1.0) * (longest.to - longest.from);
  return {foot + crossing.from * across, foot + crossing.to * across};
}

DrawnCaliper with_longest(DrawnCaliper caliper, const Line& longest, PatientVector normal)
{
  if (caliper.short_axis) caliper.short_axis = short_axis_of(longest, crossing_of(caliper.longest, *caliper.short_axis, normal), normal);
  caliper.longest = longest;
  return caliper;
}

DrawnCaliper with_short_end(DrawnCaliper caliper, CaliperPart part, PatientPoint point, PatientVector normal)
{
  auto crossing = crossing_of(caliper.longest, *caliper.short_axis, normal);
  const auto moved = crossing_of(caliper.longest, {point, point}, normal);
  crossing.share = moved.share;
  (part == CaliperPart::ShortFrom ? crossing.from : crossing.to) = moved.from;
  caliper.short_axis = short_axis_of(caliper.longest, crossing, normal);
  return caliper;
}
}  // namespace

CaliperPart part_at(const DrawnCaliper& caliper, const SliceView& view, ViewPoint place, double reach)
{
  CaliperPart part = CaliperPart::None;
  double nearest = reach;
  const auto offer = [&](CaliperPart which, double pixels)
  {
    if (pixels > nearest) return;
    part = which;
    nearest = pixels;
  };
  offer(CaliperPart::LongestFrom, pixels_between(view.to_view(caliper.longest.from), place));
  offer(CaliperPart::LongestTo, pixels_between(view.to_view(caliper.longest.to), place));
  if (caliper.short_axis) offer(CaliperPart::ShortFrom, pixels_between(view.to_view(caliper.short_axis->from), place));
  if (caliper.short_axis) offer(CaliperPart::ShortTo, pixels_between(view.to_view(caliper.short_axis->to), place));
  if (part != CaliperPart::None) return part;
  offer(CaliperPart::Whole, pixels_to_line(view.to_view(caliper.longest.from), view.to_view(caliper.longest.to), place));
  if (caliper.short_axis)
    offer(CaliperPart::Whole, pixels_to_line(view.to_view(caliper.short_axis->from), view.to_view(caliper.short_axis->to), place));
  return part;
}

DrawnCaliper with_end_at(const DrawnCaliper& caliper, CaliperPart part, PatientPoint point, PatientVector normal)
{
  switch (part)
  {
  case CaliperPart::LongestFrom: return with_longest(caliper, {point, caliper.longest.to}, normal);
  case CaliperPart::LongestTo: return with_longest(caliper, {caliper.longest.from, point}, normal);
  case CaliperPart::ShortFrom:
  case CaliperPart::ShortTo: return caliper.short_axis ? with_short_end(caliper, part, point, normal) : caliper;
  case CaliperPart::None:
  case CaliperPart::Whole: break;
  }
  return caliper;
}

DrawnCaliper moved_by(const DrawnCaliper& caliper, PatientVector way)
{
  DrawnCaliper moved = caliper;
  const auto move = [&](Line& line) { line = {line.from + way, line.to + way}; };
  move(moved.longest);
  if (moved.short_axis) move(*moved.short_axis);
  return moved;
}

DrawnCaliper with_short_axis(const DrawnCaliper& caliper, PatientPoint from, PatientPoint to, PatientVector normal)
{
  DrawnCaliper result = caliper;
  const auto start = crossing_of(caliper.longest, {from, from}, normal), end = crossing_of(caliper.longest, {to, to}, normal);
  result.short_axis = short_axis_of(caliper.longest, {start.share, start.from, end.from}, normal);
  return result;
}
}  // namespace nadir::viewer
