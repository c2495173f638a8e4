#pragma once

#include <optional>
#include <string_view>

#include "measure/response/lesion_state.h"
#include "reading/table/sdtm/sdtm_cells.h"

namespace nadir::reading::sdtm
{
/// What a row of TR is about.
enum class Test
{
  LongestDiameter,  ///< LDIAM
  ShortAxis,        ///< LPERP; SAXIS and SHORTAX are accepted
  Diameter,         ///< DIAMETER: the older code; the short axis of a node, else the longest diameter
  ViableDiameter,   ///< VDIAM
  Volume,           ///< VOLUME, mm3, cm3 or mL
  TumorState,       ///< TUMSTATE
  NodeState,        ///< LNSTATE
  TooSmall,         ///< TOOSMALL, Y or N
  Derived,          ///< sums and changes: computed here, not read
  Unknown,
};
Test test_of(std::string_view code);

/// Whether the row says that the lesion is there but too small to measure.
bool says_too_small(const Cells& cells);

/// Length in mm from TRSTRESN and its unit, else from TRORRES and its unit. No unit, no number, or two results that contradict each other
/// are problems.
std::optional<double> length_mm(const Cells& cells, RowNotes& notes);
std::optional<double> volume_ml(const Cells& cells, RowNotes& notes);

/// The word of TUMSTATE or LNSTATE as a state of a lesion of this role; another word is a problem. PATHOLOGICAL is PRESENT,
/// NON-PATHOLOGICAL is ABSENT; ENLARGEMENT FROM NADIR of a non-target is UNEQUIVOCAL_PROGRESSION, with a warning (rule NT1).
std::optional<measure::LesionState> state_of(const Cells& cells, measure::LesionRole role, RowNotes& notes);

/// Why TRSTAT is NOT DONE: NOT_EVALUABLE when TRREASND says so, MERGED_INTO when the lesion merged, else NOT_DONE. None when the row was
/// done.
std::optional<measure::LesionState> not_done_state(const Cells& cells);
}  // namespace nadir::reading::sdtm
