#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measure/lesion/finding.h"
#include "measure/response/category.h"
#include "measure/response/patient_response.h"

namespace nadir::measure
{
/// One time point by another criterion than RECIST 1.1. Sizes are in the criterion's unit.
struct CriterionTimepoint
{
  std::string target;          ///< "PR", ...; "baseline" at baseline
  std::string overall;         ///< with the non-target and new lesions of RECIST; "iUPD", ... for iRECIST
  std::optional<double> size;  ///< what the criterion compares: sum of volumes, products, viable diameters, ...
  std::optional<double> baseline_size;
  std::optional<double> nadir_size;
  Finding finding;  ///< the rule that decided
};

/// A patient by one criterion, time point by time point beside PatientResponse.
struct CriterionResponse
{
  std::string name;  ///< "volumetric sphere", "WHO", ...
  std::string unit;  ///< "mL", "mm2", "mm"
  std::string citation;
  std::vector<CriterionTimepoint> timepoints;
};

/// Limits on one size, all inclusive.
struct SizeLimits
{
  int decrease_permille = 300;        ///< PR: at least this much below baseline
  int increase_permille = 200;        ///< PD: at least this much above the nadir
  std::int64_t minimum_increase = 0;  ///< and at least this much above it, in the unit of the sizes
};

/// The size of all targets at one time point in whole small units (mm^3, um^2, um), so that limits are exact.
struct SizeVisit
{
  std::optional<std::int64_t> complete;  ///< none when a target has none
  std::optional<std::int64_t> part;      ///< sum of the sizes there are; none without any
  bool all_gone = false;
};

/// How a criterion is called and how its small units are shown.
struct CriterionName
{
  std::string name;
  std::string unit;
  std::string citation;
  std::string rule;  ///< rule of the specification, "X11"
  double small_units_per_unit = 1.0;
};

/// Response by one size (the scheme that volumes, viable volumes and viable diameters share). First match wins:
///   no size at all, or none at baseline                          -> NE
///   incomplete: PD when the part alone is PD by size, else NE    (rule T9)
///   all gone                                                     -> CR
///   size >= nadir x (1 + increase), and + minimum increase       -> PD
///   size <= baseline x (1 - decrease)                            -> PR
///   otherwise                                                    -> SD
/// Nadir: smallest complete earlier size, the baseline included (rule T6). Non-target and new lesions as in `recist`.
CriterionResponse respond_by_size(const CriterionName& name, const std::vector<SizeVisit>& visits, const SizeLimits& limits,
                                  const PatientResponse& recist);
}  // namespace nadir::measure
