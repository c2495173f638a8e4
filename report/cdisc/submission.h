#pragma once

#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"
#include "report/cdisc/study.h"
#include "report/table/trace.h"

namespace nadir::report::cdisc
{
/// What is sent: TU, TR, RS, SUPPTU, SUPPTR and RELREC, those that have rows.
struct Submission
{
  std::vector<Dataset> datasets;
  std::vector<TracedCells> trace;    ///< of the cells of TU, TR and RS; `file` is the name of the dataset
  std::vector<std::string> notices;  ///< what a data manager should know, in words; names no patient
};

/// Readings as SDTM datasets (SDTMIG 3.4) for RECIST 1.1. The same study gives the same datasets; no clock, no locale.
///
/// Rows stand by subject, reading and time point; --SEQ counts them for each subject. Failures: see `plan_of`, TextTooLong, and
/// what `check_dataset` says. Carries what `carried_by` names; images, volumes (unless ImagingRows::Yes), findings and flags are left out.
Result<Submission> submission_of(const Study& study);
}  // namespace nadir::report::cdisc
