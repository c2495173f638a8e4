#pragma once

#include "measure/response/criterion.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::who
{
/// WHO response by the product of longest diameter and longest perpendicular, summed over the targets (rule X10; Miller et al.,
/// Cancer 1981;47:207-214). First match wins:
///   CR  every product 0
///   PD  one or more lesions at least 25 % larger than their own smallest earlier product
///   PR  the sum at least 50 % below baseline
///   SD  ("no change") otherwise; NE when a target has no product and none has grown
/// That CR and PR last 4 weeks is shown by a later visit, not here. Nodes count like other lesions. A node or lesion without a
/// short axis has no product.
CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol);
}  // namespace nadir::measure::who
