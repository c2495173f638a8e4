#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "measure/response/patient_response.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"

namespace nadir::measure::recist_1_1
{
/// The sum of diameters of one time point.
struct TargetSum
{
  std::vector<Contribution> contributions;      ///< one per target
  bool is_complete = false;                     ///< every target has a number (T5)
  std::optional<ReportedLength> measured_part;  ///< sum of the numbers there are; none when there is not one
  bool all_gone = false;                        ///< T11: every non-nodal target 0 mm, every nodal target below 10 mm
  bool any_present = false;                     ///< T13: a non-nodal target above 0 mm or a node of 10 mm or more
};

/// What one target contributes (rules N3, T2, T3, T4):
///   MEASURED        its length: longest diameter, for a node the short axis
///   TOO_SMALL       5 mm (the protocol may say: the slice thickness when that is more than 5 mm)
///   ABSENT          0 mm
///   MERGED_INTO     0 mm; the other lesion carries the mass
///   SPLIT           the sum of its fragments
///   NOT_EVALUABLE, NOT_DONE   no number: the sum is incomplete
std::optional<ReportedLength> contribution_of(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint,
                                              const Protocol& protocol);

/// T11 and T13 judge a lesion by its length: above 0 mm, a node from 10 mm on; too small to measure means it is there.
bool is_present(const Lesion& lesion, const Contribution& contribution, const Protocol& protocol);

/// Sum of the contributions of all targets at one time point (rules B13, T5), with what T11 and T13 ask about them.
/// Source: Eisenhauer et al. 2009, sections 4.2, 4.3.1 and 4.3.2.
TargetSum target_sum(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol);
}  // namespace nadir::measure::recist_1_1
