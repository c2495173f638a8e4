#pragma once

#include "imaging/units/millimeters.h"
#include "measure/assessment/case.h"

namespace nadir::measure
{
/// Smallest distance between two straight lines with ends; 0 where they cross.
Millimeters distance_between(const LinePrompt& a, const LinePrompt& b);
}  // namespace nadir::measure
