#pragma once

#include <string>
#include <vector>

#include "measure/assessment/measure_mask.h"

namespace nadir::cli
{
/// Sizes as JSON ("schema": "nadir.measure/1"). Lengths mm, points patient LPS mm, volumes mL.
std::string size_json(const std::vector<measure::MeasuredLabel>& labels);

/// The same as text for people.
std::string size_text(const std::vector<measure::MeasuredLabel>& labels);
}  // namespace nadir::cli
