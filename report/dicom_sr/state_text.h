#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// What a report says of a lesion in words, as the rules have it (spec rules N3, NT1, NL1, T4).
struct StatedLesion
{
  std::string state;                     ///< "ABSENT", "SPLIT", ...
  std::vector<Millimeters> fragments{};  ///< SPLIT: lengths of the parts
  LesionId merged_into{};                ///< MERGED_INTO: the lesion that carries the whole mass
};

/// "ABSENT", "SPLIT 8.5 + 6 mm", "MERGED_INTO T01": DICOM has no code for them.
std::string state_text(const measure::LesionAssessment& lesion);

/// The same, read; a text of another form is a state as it stands.
StatedLesion read_state_text(std::string_view text);
}  // namespace nadir::report
