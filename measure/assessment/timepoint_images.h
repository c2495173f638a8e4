#pragma once

#include <string>
#include <vector>

#include "imaging/dicom/progress.h"
#include "imaging/dicom/study.h"
#include "imaging/result/result.h"
#include "measure/assessment/assessment_error.h"
#include "measure/assessment/case.h"

namespace nadir::measure
{
/// The images of one time point: what its folder holds, and who and when it shows.
struct TimepointImages
{
  TimepointLabel label;
  imaging::Scan scan;
  imaging::PatientIdentity identity;  ///< of the first study; all studies of the folder agree in it
  std::string acquired;               ///< earliest acquisition, sortable "20240131101500.000000", "" if unknown
  std::string date;                   ///< ISO 8601 "2024-01-31", "" if unknown
  std::vector<std::string> warnings;

  /// Every stack of every series, in the order of the scan.
  std::vector<const imaging::ImageStack*> stacks() const;
};

/// Scans the folder of a time point. No folder in the case: no stacks and a warning.
/// Failures: FolderUnusable; IdentityQuestion when the folder mixes patients; OrderQuestion when it mixes dates.
Result<TimepointImages> read_timepoint_images(const CaseTimepoint& timepoint, const imaging::Progress& progress = {});
}  // namespace nadir::measure
