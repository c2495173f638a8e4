#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "measure/response/readings.h"

namespace nadir::measure
{
/// What happened to a lesion between two time points (rules T2 to T4, T13, T16, NL1).
enum class LineageEvent
{
  Continued,       ///< measured or seen again
  BecameTooSmall,  ///< too small to measure, still there
  Vanished,        ///< was there, is absent
  Reappeared,      ///< was absent, is there again
  Split,           ///< one lesion became several fragments; not a new lesion
  Merged,          ///< carried by another lesion from now on; not a disappearance
  Separated,       ///< was merged, is a lesion of its own again; not a new lesion (NL8)
  Appeared,        ///< a new lesion, equivocal or unequivocal
  TreatedLocally,  ///< resected or irradiated outside the studied treatment: from now not evaluable, never 0 mm (T16)
  NotSeen,         ///< not examined or not evaluable
};
std::string_view name_of(LineageEvent event);

/// An edge of the graph: from one lesion at one time point to a lesion at a later one.
struct LineageEdge
{
  std::size_t from_lesion = 0;     ///< positions in PatientReadings::lesions()
  std::size_t from_timepoint = 0;  ///< positions in PatientReadings::timepoints(); the last at which the lesion was judged
  std::size_t to_lesion = 0;       ///< another lesion when it merged into it
  std::size_t to_timepoint = 0;
  LineageEvent event = LineageEvent::Continued;
  std::size_t fragments = 1;  ///< parts of the lesion at the later time point
};

/// The history of every lesion as a graph: one edge a lesion and follow-up. Time points at which a lesion was not seen are bridged:
/// the next edge starts where it was last judged. Local treatment is recognised by the reason of NOT_EVALUABLE ("resected",
/// "surgery", "irradiated", "ablation", "local therapy").
std::vector<LineageEdge> lineage(const PatientReadings& readings);

/// "T02 at time point 3: merged into T01".
std::string in_words(const PatientReadings& readings, const LineageEdge& edge);
}  // namespace nadir::measure
