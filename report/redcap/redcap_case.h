#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/table/tidy_rows.h"

namespace nadir::report::redcap
{
/// One lesion at one event: an instance of the repeating instrument "lesion". Lengths mm, volumes mL, end points DICOM patient LPS, mm.
struct LesionEntry
{
  std::string id, tracking_uid, role, organ;
  bool nodal = false;
  std::string state, reason, fragments, merged_into;  ///< `fragments`: lengths of the parts in mm, separated by "; "
  std::optional<double> longest_diameter, short_axis, contribution, diameter_uncertainty, volume, volume_uncertainty, viable_volume,
      necrotic_fraction;
  std::string series_uid, sop_uid, frame_of_reference_uid, mask_sha256, source;
  std::optional<double> slice, from_left, from_posterior, from_superior, to_left, to_posterior, to_superior;

  bool operator==(const LesionEntry&) const = default;
};

/// One event: the instrument "timepoint" with its lesions.
struct VisitEntry
{
  std::string label, date;            ///< date: YYYY-MM-DD, empty where the day is not known
  std::optional<double> year, month;  ///< what is known of a date without a day
  int number = 0;                     ///< 0 = baseline
  std::optional<double> sum, baseline_sum, nadir_sum, change_from_baseline, change_from_nadir, change_from_nadir_mm;
  std::string target, non_target, overall, new_lesions, flags;
  std::vector<LesionEntry> lesions;

  bool operator==(const VisitEntry&) const = default;
};

/// One record: what REDCap carries of one assessment.
struct CaseEntry
{
  std::string record, subject, reader, criteria, software_version, case_sha256, assessment_sha256;
  std::vector<VisitEntry> visits;

  bool operator==(const CaseEntry&) const = default;
};

/// The record of each assessment. Record id: the case's own name for the patient; "P1--1", "P1--2", ... (REDCap's own way of double entry)
/// where several readings have the same name. Texts as `visible_text`; a number that is not finite is none.
std::vector<CaseEntry> cases_of(const std::vector<TableSource>& sources);
}  // namespace nadir::report::redcap
