#pragma once

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::choi_mr
{
/// Choi-like MR response, exploratory (rules X8, X9; Choi et al. 2007; MR adaptation Stacchiotti et al., Radiology 2009).
/// Enhancement (signal after contrast as ratio to muscle, same sequence, dose and phase) stands for CT attenuation. MR signal has no
/// unit: without a normalised value there is no enhancement and the size alone decides.
///   CR  every target gone (as in RECIST 1.1)
///   PR  size at least 10 % below baseline, or mean enhancement at least 15 % below baseline
///   PD  size at least 10 % above its nadir and not PR by enhancement
///   SD  otherwise; NE when the sum is incomplete
/// Size: the RECIST sum of diameters. All limits inclusive.
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol);
}  // namespace nadir::measure::choi_mr
