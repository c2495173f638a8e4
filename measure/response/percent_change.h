#pragma once

#include <string>

#include "measure/response/reported_length.h"

namespace nadir::measure
{
/// A relative change with the text that may be shown for it (rule N6).
struct PercentChange
{
  double percent = 0.0;  ///< for plots; never compared with a limit
  std::string text;      ///< "+23.1 %", "-29.96 % (below 30 %)"
};

/// Change from `reference` (more than 0 mm) to `current`: one decimal, half away from zero, sign always shown. If that would
/// show a change as having reached a limit which it has not, two decimals and the words "below 30 %" (rule N6).
/// `decrease_permille`, `increase_permille`: the limits of the protocol, 300 and 200 for RECIST 1.1.
PercentChange percent_change(ReportedLength reference, ReportedLength current, int decrease_permille, int increase_permille);
}  // namespace nadir::measure
