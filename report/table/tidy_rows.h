#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/assessment.h"

namespace nadir::report
{
/// One assessment with what tables say of its origin. `assessment` lives longer than this.
struct TableSource
{
  const measure::Assessment* assessment = nullptr;
  std::string reader;             ///< "" = not known
  std::string assessment_sha256;  ///< of its assessment.json: what every cell can be traced to
  std::map<LesionId, std::string> tracking_uids{};
  std::string record_sha256{};  ///< digest of the last event of the record it was made from; "" = of no record
};

/// SHA-256 of the case file that an assessment was made from; "" when it names none.
std::string case_digest_of(const measure::Assessment& assessment);

/// The same; of a record, which is a case with its history, the digest of its last event.
std::string case_digest_of(const TableSource& source);

/// A measurement of one lesion at one time point: a row of the tidy table. Lengths mm, volumes mL, fractions 0 to 1, ADC 1e-6 mm2/s; end
/// points DICOM patient LPS, mm. "" and nullopt = there is none.
struct MeasurementRow
{
  std::string subject, reader, lesion, tracking_uid, role, organ, nodal;  ///< nodal: "yes" or "no"
  int timepoint_number = 0;                                               ///< 0 = baseline
  std::string timepoint, date, state, reason;
  std::string measurement;  ///< "state" (a row without value that every lesion and time point has), "longest_diameter", "volume", ...
  std::optional<double> value, low, high;  ///< `low` and `high`: robustness band, where there is one
  std::optional<double> uncertainty;
  std::string unit, method;
  std::string series_instance_uid, sop_instance_uid;
  std::optional<double> slice, from_left, from_posterior, from_superior, to_left, to_posterior, to_superior;
  std::string frame_of_reference_uid, mask_sha256, case_sha256, assessment_sha256, software_version;

  bool operator==(const MeasurementRow&) const = default;
};

/// The response of one time point.
struct ResponseRow
{
  std::string subject, reader;
  int timepoint_number = 0;
  std::string timepoint, date, criteria;
  std::optional<double> sum_of_diameters, baseline_sum, nadir_sum, change_from_baseline_percent, change_from_nadir_percent,
      change_from_nadir;
  std::string target_response, non_target_response, overall_response;
  std::string new_lesions, flags;  ///< ids, separated by "; "
  std::string case_sha256, assessment_sha256, software_version;

  bool operator==(const ResponseRow&) const = default;
};

/// Every measurement of some assessments. Texts are those of the assessment, control characters spelled (`visible_text`).
std::vector<MeasurementRow> measurement_rows(const std::vector<TableSource>& sources);
std::vector<ResponseRow> response_rows(const std::vector<TableSource>& sources);
}  // namespace nadir::report
