#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "measure/response/recist_1_1/measurability.h"

namespace nadir::measure::recist_1_1
{
/// Whether the baseline follows the rules. It never changes a category: a protocol may allow what RECIST does not.
struct BaselineConformance
{
  std::vector<LesionMeasurability> lesions;  ///< one per lesion of PatientReadings; empty findings for new lesions
  std::vector<Finding> findings;             ///< what concerns the patient as a whole
  bool conforms = true;                      ///< every target measurable, no finding that breaks a rule
};

/// Checks the baseline (rules B1 to B15; sections 3 and 4.1 to 4.2):
///   B1   at most 28 days before the start of treatment (when the protocol gives its date), not after it
///   B2 to B10   every target measurable (`measurability`)
///   B7   a cystic target although solid disease was left as non-target
///   B10  the same lesion measured by another technique later
///   B11  at most 5 targets, at most 2 per organ; paired organs are one organ, all lymph nodes together are one organ
///   B12  a measurable lesion was left out of the targets: the reason belongs to the record
///   B13  every target has a length at baseline
///   B14  every non-target is there at baseline
///   B15  no target: non-target-only patient; no disease at all: no response can be assigned
/// Not checkable from readings: B16 and B17 (where and how the line is drawn).
BaselineConformance baseline_conformance(const PatientReadings& readings, const Protocol& protocol);

/// The organ a lesion counts for (rule B11): lower case, without left/right and plural; any node counts for "lymph nodes".
std::string organ_for_count(const Lesion& lesion);
}  // namespace nadir::measure::recist_1_1
