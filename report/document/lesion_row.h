#pragma once

#include <optional>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// One lesion through all time points; nullptr where a time point does not list it. Points into the assessment.
struct LesionRow
{
  const measure::Lesion* lesion = nullptr;
  std::vector<const measure::LesionAssessment*> at_timepoint;
};

/// All lesions: targets, then non-targets, then new ones, each in the order in which they first appear.
std::vector<LesionRow> lesion_rows(const measure::Assessment& assessment);

/// The length that counts: what entered the sum, else the short axis of a node or the longest diameter, mm.
std::optional<Millimeters> counted_length(const measure::LesionAssessment& lesion);
}  // namespace nadir::report
