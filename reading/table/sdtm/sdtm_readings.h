#pragma once

#include <string_view>
#include <vector>

#include "reading/table/sdtm/sdtm_cells.h"
#include "reading/table/subject_readings.h"

namespace nadir::reading::sdtm
{
/// The rows of one subject in both tables.
struct SubjectTables
{
  const SubjectRows& identification;  ///< TU
  const Columns& identification_columns;
  const SubjectRows& results;  ///< TR
  const Columns& result_columns;
};

/// Turns the rows of TU and TR of one subject into the readings of each reader.
///
/// - Reader: TREVALID, else TREVAL. Lesions: TULNKID and TRLNKID; role and organ from TU.
/// - `visits`: every VISITNUM of the study, ascending. A time point has the number of its visit among them, counted from the visit at which
/// TU
///   identifies targets and non-targets (without VISITNUM in TU: the subject's first visit in TR).
/// - A target is MEASURED by LDIAM, a node by LPERP (or DIAMETER); 0 mm of a non-nodal target is ABSENT; TOO SMALL TO MEASURE is TOO_SMALL;
///   TRSTAT NOT DONE is NOT_EVALUABLE or NOT_DONE by TRREASND; parts "T04.1", "T04.2" make T04 SPLIT; the length of "T02/T03" is that of
///   T02, T03 is MERGED_INTO it.
/// - A NEW lesion of TU without a row in TR is UNEQUIVOCAL at the visit of TU, with a warning.
/// - A date that is not complete (2024-03) counts as unknown, with a warning. TRACPTFL is kept beside the reading; readers are never mixed.
SubjectReadings readings_of(std::string_view subject, const SubjectTables& tables, const std::vector<double>& visits);
}  // namespace nadir::reading::sdtm
