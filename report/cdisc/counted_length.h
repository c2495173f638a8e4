#pragma once

#include <optional>
#include <vector>

#include "measure/lesion/assessment.h"
#include "measure/response/lesion_state.h"
#include "measure/response/reported_length.h"

namespace nadir::report::cdisc
{
/// The state of a lesion; nothing said = NOT_DONE. Expects a word that `check_reading` let through.
measure::LesionState state_of(const measure::LesionAssessment* lesion);

/// The length that counts for a lesion, as it is reported (rules N2, N4): longest diameter, for a node the short axis; 0 mm when ABSENT,
/// what entered the sum when TOO_SMALL, the sum of the parts when SPLIT. None in other states.
std::optional<measure::ReportedLength> counted_length(const measure::LesionAssessment& lesion, measure::ReportedLength quantum);

/// The parts of a split lesion, each as it is reported.
std::vector<measure::ReportedLength> reported_fragments(const measure::LesionAssessment& lesion, measure::ReportedLength quantum);
}  // namespace nadir::report::cdisc
