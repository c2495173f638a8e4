#pragma once

#include <optional>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/irecist/category.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::irecist
{
/// One time point by iRECIST.
struct ImmuneTimepoint
{
  ImmuneCategory overall = ImmuneCategory::NotEvaluable;
  Category target = Category::NotApplicable;  ///< RECIST 1.1 target response from the sums iRECIST uses
  Category non_target = Category::NotApplicable;
  std::optional<ReportedLength> sum;             ///< original targets; new lesions never enter it (X4)
  std::optional<ReportedLength> nadir;           ///< smallest complete sum of the time points that count
  std::optional<ReportedLength> new_lesion_sum;  ///< measured new lesions (NLT), a sum of their own (X4)
  bool counts = true;                            ///< false: too early after iUPD, or NE; feeds neither nadir nor state
  std::optional<std::size_t> confirms;           ///< iCPD: the time point whose iUPD it confirms
  Finding finding;
};

struct ImmuneResponse
{
  std::vector<ImmuneTimepoint> timepoints;  ///< baseline first
};

/// iRECIST response of every time point (rules X1 to X5; Seymour et al., Lancet Oncol 2017;18:e143-152).
///
/// Without a pending iUPD: any RECIST 1.1 progression - target, unequivocal non-target, a new lesion, or growth of a known new
/// lesion - is iUPD; anything else is the RECIST 1.1 category with an i. iCR needs every new lesion gone.
///
/// With a pending iUPD, at least 28 days (protocol: confirmation) after it, first match wins:
///   iCPD  the target sum progressed at iUPD and is at least 5 mm larger than there
///   iCPD  non-target progressed at iUPD and any of it increased further (not necessarily unequivocally)
///   iCPD  a further new lesion; or the sum of new lesions (NLT) at least 5 mm larger; or any increase of another (NLNT)
///   iCPD  RECIST 1.1 progression of a kind that had not progressed at iUPD
///   NE    targets, or a new lesion that was there, not evaluable
///   iUPD  still progression, or nothing changed
///   iCR, iPR, iSD   what had progressed no longer does, or the targets are a better category than at iUPD: the bar is reset
/// Increases add up from the pending iUPD. After iCPD every later time point is iCPD. Earlier than 28 days: iUPD, does not count.
///
/// Further increase of a non-target or new lesion: the reader's word (FurtherIncrease), or a larger recorded length than at iUPD.
/// New lesions with a length of at least 10 mm (node 15 mm) when first seen are NLT, at most 5 and 2 per organ; others NLNT.
ImmuneResponse assess(const PatientReadings& readings, const Protocol& protocol);
}  // namespace nadir::measure::irecist
