#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/assessment/case.h"
#include "measure/assessment/lesion_site.h"
#include "measure/lesion/assessment.h"
#include "measure/size/lesion_size.h"

/// Steps that every way of measuring a lesion shares.
namespace nadir::measure
{
/// The state of a lesion that was seen and measured: "MEASURED", "PRESENT" or "UNEQUIVOCAL", as its role has it (rules N3, NT1, NL1).
std::string measured_word(LesionRole role);

void append(std::vector<std::string>& to, const std::vector<std::string>& from);

/// Diameters, volumes, uncertainties, evidence and warnings of a measured shape.
void take_size(LesionAssessment& assessment, const LesionSize& size);

/// A line as the reader drew it, with the image it lies on.
Caliper caliper_on(const LinePrompt& line, const CaliperSite& site);

/// Warns where the short axis is not perpendicular (within 1 degree), longer than the longest diameter, on another slice, or does not cross
/// it.
void check_short_axis(LesionAssessment& assessment, const LinePrompt& longest, const LinePrompt& short_axis);

/// Puts lengths that a reader drew in the place of those of the shape that was measured; the rest stays the shape's. Warns where the two
/// are too far apart to be of one lesion. `outline`: where the shape came from, in words.
struct DrawnLengths
{
  LinePrompt longest;
  std::optional<LinePrompt> short_axis;
};
void take_drawn_lengths(LesionAssessment& assessment, const DrawnLengths& drawn, const CaliperSite& site, const std::string& outline);

/// A new node below 10 mm is normal (rule B5); below 15 mm it is to be seen again before it counts (rule NL6). A reader may say otherwise.
void judge_new_node(LesionAssessment& assessment);
}  // namespace nadir::measure
