#include "report/identity/tracking_uid.h"

#include <algorithm>

#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
using measure::Assessment;

/// Series that were used at baseline, or that a lesion was measured on there; "" when none is named.
std::string first_baseline_series(const Assessment& assessment)
{
  if (assessment.timepoints.empty()) return "";
  std::vector<std::string> uids;
  for (const auto& series : assessment.timepoints.front().series) uids.push_back(series.series.text());
  for (const auto& lesion : assessment.timepoints.front().lesions) uids.push_back(lesion.evidence.series.text());
  std::erase(uids, "");
  return uids.empty() ? "" : *std::min_element(uids.begin(), uids.end());
}

/// What tells this patient's case from others where no image does.
std::string baseline_inputs(const Assessment& assessment)
{
  std::string text = assessment.patient;
  if (assessment.timepoints.empty()) return text;
  const auto& label = assessment.timepoints.front().label.text();
  for (const auto& input : assessment.inputs)
    if (input.role.ends_with(" " + label)) text += "\n" + input.sha256;
  return text;
}

measure::LesionTracking imported_tracking(const Assessment& assessment, const LesionId& lesion)
{
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& assessed : timepoint.lesions)
      if (assessed.lesion.id == lesion && !assessed.lesion.tracking.empty()) return assessed.lesion.tracking;
  return {};
}
}  // namespace

std::string tracking_uid(const Assessment& assessment, const LesionId& lesion)
{
  if (auto imported = imported_tracking(assessment, lesion); !imported.uid.empty()) return imported.uid;
  const auto series = first_baseline_series(assessment);
  if (!series.empty()) return derived_uid({"lesion", "series", series, lesion.text()});
  return derived_uid({"lesion", "inputs", baseline_inputs(assessment), lesion.text()});
}

std::string tracking_identifier(const Assessment& assessment, const LesionId& lesion)
{
  const auto imported = imported_tracking(assessment, lesion);
  return imported.identifier.empty() ? lesion.text() : imported.identifier;
}
}  // namespace nadir::report
