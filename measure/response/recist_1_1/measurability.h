#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
enum class Measurability
{
  Measurable,
  NotMeasurable,
  NotVerifiable,  ///< B3: something needed is unknown; a reader has to confirm
};
std::string_view name_of(Measurability measurability);

/// Smallest size that is measurable by imaging with slices t = max(slice thickness, centre-to-centre spacing), rules B2 to B4:
/// 10 mm when t is 5 mm or less, else the larger of 10 mm and 2 t. Sizes are inclusive: 10.0 mm at t = 5.0 mm is measurable.
ReportedLength minimum_size(ReportedLength slice, const BaselineLimits& limits);

/// The same for a lymph node's short axis (rules B5, Q17): 15 mm, and 2 t when t is more than 5 mm.
ReportedLength minimum_node_size(ReportedLength slice, const BaselineLimits& limits);

/// Whether one lesion is measurable at baseline, and every rule that says so.
struct LesionMeasurability
{
  Measurability result = Measurability::Measurable;
  std::vector<Finding> findings;
};

/// Judges one lesion by its baseline reading (sections 3.1 and 3.2):
///   B2 to B4  longest diameter at least `minimum_size`; chest X-ray 20 mm; clinical 10 mm
///   B5        nodes: short axis at least `minimum_node_size`; 10 mm or more pathological (non-target); below 10 mm normal
///   B6        blastic bone is not measurable; lytic with soft tissue by the size of that component
///   B7        a simple cyst is not malignant; a cystic metastasis is measurable by size
///   B8        irradiated or treated locally before: not measurable unless it progressed since; not asked -> a finding says so
///   B9        effusion, leptomeningeal and other diffuse disease: never
///   B10       ultrasound and other techniques never measure
/// Slice thickness unknown -> NotVerifiable, unless the lesion is too small in any case.
LesionMeasurability measurability(const PatientReadings& readings, std::size_t lesion, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
