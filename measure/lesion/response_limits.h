#pragma once

#include "imaging/units/millimeters.h"

namespace nadir::measure
{
/// The limits that an assessment's sums were compared with, for whoever prints or draws them. Defaults: RECIST 1.1 (rules N4, N5).
struct ResponseLimits
{
  double partial_response_decrease_percent = 30.0;  ///< PR: at least this much below the baseline sum
  double progression_increase_percent = 20.0;       ///< PD: at least this much above the nadir, and
  Millimeters progression_minimum_increase{5.0};    ///< at least this much above it
  Millimeters length_quantum{0.1};                  ///< each length was rounded once to this

  bool operator==(const ResponseLimits&) const = default;
};
}  // namespace nadir::measure
