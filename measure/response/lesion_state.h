#pragma once

#include <optional>
#include <string_view>

#include "measure/lesion/lesion.h"

namespace nadir::measure
{
/// What a reader says about one lesion at one time point. Rules N3 (targets), NT1 (non-targets), NL1 (new lesions).
enum class LesionState
{
  Measured,                ///< target: "MEASURED", a length of 0 mm or more
  Absent,                  ///< "ABSENT": not there; a target counts 0 mm
  TooSmall,                ///< target: "TOO_SMALL" to measure but there; counts 5 mm unless the protocol says otherwise (T2)
  NotEvaluable,            ///< "NOT_EVALUABLE": examined, cannot be judged
  NotDone,                 ///< "NOT_DONE": not examined; a blank cell is this, never 0 (N3)
  MergedInto,              ///< target: "MERGED_INTO" another target; counts 0 mm, the other carries the whole mass (T4)
  Split,                   ///< target: "SPLIT" into fragments; their lengths are added (T4)
  Present,                 ///< non-target: "PRESENT"
  UnequivocalProgression,  ///< non-target: "UNEQUIVOCAL_PROGRESSION", a reader's judgement, never derived (NT1)
  None,                    ///< new: "NONE", not (or no longer) there
  Equivocal,               ///< new: "EQUIVOCAL", does not count until proven (NL1, NL2)
  Unequivocal,             ///< new: "UNEQUIVOCAL", progression at once (NL1)
};

/// The word of the specification: "TOO_SMALL".
std::string_view name_of(LesionState state);

/// Reads the word, any letter case, '-' or ' ' accepted for '_'; "" is NOT_DONE (N3); unknown -> nullopt.
std::optional<LesionState> parse_lesion_state(std::string_view word);

/// Whether the state may be said of a lesion of this role.
bool is_allowed(LesionState state, LesionRole role);
}  // namespace nadir::measure
