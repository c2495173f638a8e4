#pragma once

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::mrecist
{
/// Response by the longest diameter of the viable (enhancing) part of each target (rule X7; Lencioni and Llovet 2010).
///   CR no enhancing tumour in any target; PR at least 30 % less viable sum than at baseline; PD at least 20 % more than its
///   nadir, without a smallest absolute increase; else SD.
/// Nodes count their short axis as in RECIST 1.1 and are gone below 10 mm. Defined for hepatocellular carcinoma in the arterial
/// phase: for sarcoma this is a labelled exploratory analogue. A target without a viable diameter makes the sum incomplete.
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol);
}  // namespace nadir::measure::mrecist
