#pragma once

#include <string>
#include <vector>

#include "measure/response/patient_response.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// What a person has to look at again; none of it changes a category. One sentence each, with the way out:
///   N1   a date lies before the date of the time point before it
///   B13  the baseline sum is incomplete, so no target response can be derived
///   NL1  a "new" lesion is already reported at baseline
///   B14  a non-target that was absent or not recorded at baseline is there later: it may be a new lesion
///   T4   a target is merged into one that is absent: a merge is not disappearance
///   NT4  unequivocal progression of a non-target without a reason in words
///   NL6  a new node below 15 mm short axis is the only sign of progression: look again at the next visit
///   R8   disease after an overall CR: was the CR true? (Q11)
std::vector<std::string> doubts(const PatientReadings& readings, const PatientResponse& response);
}  // namespace nadir::measure::recist_1_1
