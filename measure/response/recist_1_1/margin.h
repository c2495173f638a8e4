#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// By how much one target would have to be longer (+) or shorter (-).
struct LesionChange
{
  std::size_t lesion = 0;  ///< position in PatientReadings::lesions()
  ReportedLength change;
};

/// The smallest change of the reported lengths of one time point that makes its overall response another category.
struct Margin
{
  Category to = Category::NotEvaluable;
  ReportedLength total;               ///< sum of the sizes of the changes, mm
  std::vector<LesionChange> changes;  ///< one lesion when one suffices; the largest lesion that can carry it
};

/// Distance of a follow-up from each other category it could have had, nearest first (exact, in steps of the protocol's quantum).
///
/// What is varied: the lengths of the targets that have a number at this time point, each 0 mm or more, on the quantum. A merged
/// target stays 0 mm, a missing one stays missing. Everything else stays: earlier time points, non-targets, new lesions. A
/// category that no such change reaches (a new lesion keeps PD; nothing derives PR from an incomplete sum) has no entry.
/// Example: sum 58.0 mm, nadir 50.0 mm, SD -> {PD, 2.0 mm, largest target +2.0 mm}.
std::vector<Margin> margins(const PatientReadings& readings, const TimepointResponse& response, const Protocol& protocol);

/// "2.0 mm from PD (T01 +2.0 mm)".
std::string in_words(const PatientReadings& readings, const Margin& margin);
}  // namespace nadir::measure::recist_1_1
