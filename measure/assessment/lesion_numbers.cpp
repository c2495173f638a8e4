#include "measure/assessment/lesion_numbers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "imaging/units/number_text.h"
#include "measure/assessment/line_distance.h"

namespace nadir::measure
{
namespace
{
constexpr double right_angle_tolerance_degrees = 1.0;
constexpr Millimeters bearable_distance{2.0};

double angle_degrees(const LinePrompt& a, const LinePrompt& b)
{
  const auto u = a.to - a.from, v = b.to - b.from;
  return std::acos(std::min(1.0, std::abs(dot(u, v)) / (norm(u) * norm(v)))) * 180.0 / std::numbers::pi;
}

}  // namespace

std::string measured_word(LesionRole role)
{
  switch (role)
  {
  case LesionRole::Target: return "MEASURED";
  case LesionRole::NonTarget: return "PRESENT";
  case LesionRole::New: return "UNEQUIVOCAL";
  }
  return "";
}

void append(std::vector<std::string>& to, const std::vector<std::string>& from) { to.insert(to.end(), from.begin(), from.end()); }

namespace
{
void take_lengths_in_space(LesionAssessment& assessment, const LesionSize& size)
{
  assessment.longest_in_any_plane = size.longest_in_any_plane;
  assessment.feret_3d = size.feret_3d;
  assessment.volume = size.volume;
  assessment.volume_estimates = {
      {"voxels", size.volume_estimates.voxels}, {"surface", size.volume_estimates.surface}, {"contours", size.volume_estimates.contours}};
  assessment.volume_uncertainty = size.volume_uncertainty;
}
}  // namespace

void take_size(LesionAssessment& assessment, const LesionSize& size)
{
  assessment.longest_diameter = size.longest_diameter;
  assessment.short_axis = size.short_axis;
  assessment.longest_inside = size.longest_inside;
  if (size.no_volume.empty()) take_lengths_in_space(assessment, size);
  assessment.diameter_uncertainty = size.diameter_uncertainty;
  assessment.evidence = size.evidence;
  append(assessment.warnings, size.warnings);
}

Caliper caliper_on(const LinePrompt& line, const CaliperSite& site)
{
  Caliper caliper{line.from, line.to, distance(line.from, line.to), {}, {}, site.slice};
  if (!site.stack) return caliper;
  caliper.series = site.stack->series;
  if (site.slice) caliper.sop_instance = site.stack->slices[static_cast<std::size_t>(*site.slice)].sop_instance;
  return caliper;
}

void check_short_axis(LesionAssessment& assessment, const LinePrompt& longest, const LinePrompt& short_axis)
{
  const double angle = angle_degrees(longest, short_axis);
  if (std::abs(angle - 90.0) > right_angle_tolerance_degrees)
    assessment.warnings.push_back("the short axis stands at " + format_fixed(angle, 1) + " degrees to the longest diameter, not at 90");
  if (assessment.short_axis->length > assessment.longest_diameter->length)
    assessment.warnings.push_back("the short axis is longer than the longest diameter: are they swapped?");
  if (const auto apart = distance_between(longest, short_axis); apart > bearable_distance)
    assessment.warnings.push_back("the short axis lies " + format_fixed(apart.value(), 1) +
                                  " mm beside the longest diameter and does not cross it: is it of the same slice?");
  if (assessment.short_axis->slice != assessment.longest_diameter->slice)
    assessment.warnings.push_back("the short axis lies on another slice than the longest diameter");
}

namespace
{
/// A drawn length far from that of the outline: one of the two is not the lesion's.
void compare_with_outline(LesionAssessment& assessment, const Caliper& drawn, const std::string& outline)
{
  if (!assessment.longest_diameter) return;
  const double found = assessment.longest_diameter->length.value();
  if (std::abs(found - drawn.length.value()) <= std::max(5.0, 0.15 * drawn.length.value())) return;
  assessment.warnings.push_back("the line is " + format_fixed(drawn.length.value(), 1) + " mm long, " + outline + " " +
                                format_fixed(found, 1) + " mm (the volume may not be that of the lesion). Look at the outline.");
}
}  // namespace

void take_drawn_lengths(LesionAssessment& assessment, const DrawnLengths& drawn, const CaliperSite& site, const std::string& outline)
{
  const auto longest = caliper_on(drawn.longest, site);
  compare_with_outline(assessment, longest, outline);
  assessment.longest_diameter = longest;
  assessment.diameter_uncertainty.reset();
  assessment.evidence.end_point_rule =
      "The longest diameter ends where the reader put it; volume and outline are those of " + outline + ".";
  if (!drawn.short_axis) return;
  assessment.short_axis = caliper_on(*drawn.short_axis, site);
  check_short_axis(assessment, drawn.longest, *drawn.short_axis);
}

void judge_new_node(LesionAssessment& assessment)
{
  if (assessment.lesion.role != LesionRole::New || !assessment.lesion.nodal || !assessment.short_axis) return;
  const double short_axis = assessment.short_axis->length.value();
  if (short_axis >= 15.0) return;
  assessment.state = short_axis < 10.0 ? "NONE" : "EQUIVOCAL";
  assessment.warnings.push_back(short_axis < 10.0 ? "a node with a short axis below 10 mm is normal and no new lesion (rule B5)"
                                                  : "a new node below 15 mm counts as equivocal until it is seen again (rule NL6); say "
                                                    "{\"state\": \"UNEQUIVOCAL\"} if it is certain");
}
}  // namespace nadir::measure
