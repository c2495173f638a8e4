#pragma once

#include <concepts>
#include <type_traits>

#include "report/table/tidy_rows.h"

/// The columns of the tidy tables in their order, said once for CSV and JSON, for writing and reading. A Columns has `column(name, value)`
/// for int, std::string and std::optional<double>.
namespace nadir::report::detail
{
template <class Columns, class Row>
requires std::same_as<std::remove_const_t<Row>, MeasurementRow>
void columns_of(Columns& columns, Row& row)
{
  columns.column("subject", row.subject);
  columns.column("reader", row.reader);
  columns.column("lesion_id", row.lesion);
  columns.column("tracking_uid", row.tracking_uid);
  columns.column("role", row.role);
  columns.column("organ", row.organ);
  columns.column("nodal", row.nodal);
  columns.column("timepoint_number", row.timepoint_number);
  columns.column("timepoint", row.timepoint);
  columns.column("date", row.date);
  columns.column("state", row.state);
  columns.column("reason", row.reason);
  columns.column("measurement", row.measurement);
  columns.column("value", row.value);
  columns.column("low", row.low);
  columns.column("high", row.high);
  columns.column("uncertainty", row.uncertainty);
  columns.column("unit", row.unit);
  columns.column("method", row.method);
  columns.column("series_instance_uid", row.series_instance_uid);
  columns.column("sop_instance_uid", row.sop_instance_uid);
  columns.column("slice", row.slice);
  columns.column("from_left_mm", row.from_left);
  columns.column("from_posterior_mm", row.from_posterior);
  columns.column("from_superior_mm", row.from_superior);
  columns.column("to_left_mm", row.to_left);
  columns.column("to_posterior_mm", row.to_posterior);
  columns.column("to_superior_mm", row.to_superior);
  columns.column("frame_of_reference_uid", row.frame_of_reference_uid);
  columns.column("mask_sha256", row.mask_sha256);
  columns.column("case_sha256", row.case_sha256);
  columns.column("assessment_sha256", row.assessment_sha256);
  columns.column("software_version", row.software_version);
}

template <class Columns, class Row>
requires std::same_as<std::remove_const_t<Row>, ResponseRow>
void columns_of(Columns& columns, Row& row)
{
  columns.column("subject", row.subject);
  columns.column("reader", row.reader);
  columns.column("timepoint_number", row.timepoint_number);
  columns.column("timepoint", row.timepoint);
  columns.column("date", row.date);
  columns.column("criteria", row.criteria);
  columns.column("sum_of_diameters_mm", row.sum_of_diameters);
  columns.column("baseline_sum_mm", row.baseline_sum);
  columns.column("nadir_sum_mm", row.nadir_sum);
  columns.column("change_from_baseline_percent", row.change_from_baseline_percent);
  columns.column("change_from_nadir_percent", row.change_from_nadir_percent);
  columns.column("change_from_nadir_mm", row.change_from_nadir);
  columns.column("target_response", row.target_response);
  columns.column("non_target_response", row.non_target_response);
  columns.column("overall_response", row.overall_response);
  columns.column("new_lesions", row.new_lesions);
  columns.column("flags", row.flags);
  columns.column("case_sha256", row.case_sha256);
  columns.column("assessment_sha256", row.assessment_sha256);
  columns.column("software_version", row.software_version);
}
}  // namespace nadir::report::detail
