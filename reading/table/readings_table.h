#pragma once

#include <string_view>
#include <vector>

#include "reading/table/readings_columns.h"
#include "reading/table/subject_readings.h"
#include "reading/table/subject_rows.h"

namespace nadir::reading
{
/// Whether unknown columns are carried along.
enum class KeepCells
{
  Yes,
  No,
};

/// The meaning of a table of readings: which column holds what, and how rows become readings.
///
/// Columns (order free, letter case ignored): subject, reader, timepoint, date, lesion, role, organ, nodal, state, diameter_mm,
/// short_axis_mm, volume_ml, viable_volume_ml, slice_thickness_mm, slice_spacing_mm, modality, note. Needed: subject, timepoint,
/// lesion, role, state. Accepted besides: viable_diameter_mm, longest_any_plane_mm, enhancement (ratio to muscle), fragments_mm
/// ("12.0;8.5"), merged_into, further_increase, markers (normal, elevated), nature, prior_treatment.
///
/// - timepoint: whole number, 0 = baseline. date: YYYY-MM-DD. Lengths mm, volumes mL, decimal point. An empty cell is unknown, never 0.
/// - state: the words of rules N3, NT1 and NL1; empty = NOT_DONE. "MERGED_INTO T01" and "SPLIT 12.0+8.5" may carry id and lengths;
///   the id may also stand alone in the note.
/// - A length beside an empty state is a problem: the table does not say whether it was measured.
/// - role, organ and nodal may be left empty after the first row of a lesion; they never change (rule N2).
/// - A target or non-target without a row at a time point is NOT_DONE there; a new lesion is NONE before its first row.
/// - The rows of one time point may have different dates when they lie at most 28 days apart (several examinations, rule R10):
///   the last is the date of the time point.
class ReadingsTable
{
public:
  static const std::vector<std::string_view>& needed_columns();
  explicit ReadingsTable(const TableIndex& index, KeepCells keep = KeepCells::Yes) : columns_(index), keep_(keep) {}

  const ReadingsColumns& columns() const { return columns_; }

  /// The rows of one subject as readings, or why not.
  SubjectReadings readings_of(std::string_view subject, const SubjectRows& rows) const;

private:
  ReadingsColumns columns_;
  KeepCells keep_;
};
}  // namespace nadir::reading
