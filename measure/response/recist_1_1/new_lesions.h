#pragma once

#include <cstddef>
#include <vector>

#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// New lesions of one time point.
struct NewLesions
{
  LesionState state = LesionState::None;  ///< strongest of None, Equivocal, Unequivocal
  std::vector<std::size_t> unequivocal;   ///< positions in PatientReadings::lesions()
  std::vector<std::size_t> backdated;     ///< those that the reader then called equivocal and proved later (NL2)
};

/// New lesions of every time point (rules NL1, NL2; section 4.3.5).
/// - UNEQUIVOCAL counts at once; EQUIVOCAL never counts by itself.
/// - A lesion that is EQUIVOCAL and later UNEQUIVOCAL counts from the follow-up at which it was first seen, unless it was
///   reported gone (NONE, ABSENT) in between. A time point at which it was not examined does not break the chain.
/// - No minimum size; new lesions never enter the sum (NL5). Nothing is new at baseline.
std::vector<NewLesions> new_lesions(const PatientReadings& readings, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
