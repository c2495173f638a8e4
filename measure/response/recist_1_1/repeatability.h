#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/units/millimeters.h"
#include "measure/response/response_error.h"

namespace nadir::measure::recist_1_1
{
/// Where a line was drawn.
enum class LinePlane
{
  Acquired,
  Reformatted, ///< its ends lie between slices
};

/// How much one length varies when the same lesion is read again: standard deviation of a single reading,
///   sqrt(absolute^2 + (relative x length)^2 + slice^2).
/// slice: the line lies on the wrong slice by up to half the spacing s. For a round lesion of diameter L in the acquired plane
/// this shortens it by 2 d^2 / L, standard deviation 0.149 s^2 / L; for a reformatted line s / sqrt(12). (Geometry.)
///
/// This header is the one place of the defaults. Sources: absolute 1.7 mm = 2.4 mm / sqrt(2), standard deviation of the change
/// between two scans within 15 minutes, Oxnard et al., J Clin Oncol 2011;29:3114 (PMC3157977, CT of lung lesions); relative
/// 2.8 %, mean coefficient of variation of diameters on MRI of soft-tissue sarcoma, ESMO Sarcoma 2025 abstract 74P. Together they
/// lie within the limits of agreement of a single observer of -17.8 to +16.1 % (Yoon et al., Eur J Cancer 2016;53:5, meta-analysis).
struct Repeatability
{
  Millimeters absolute{1.7};
  double relative = 0.028;
  std::string source = "Oxnard 2011 (PMC3157977) and ESMO Sarcoma 2025 abstract 74P";

  /// Standard deviation of one reading. `spacing`: centre-to-centre slice spacing; unknown = no slice term.
  Millimeters deviation(Millimeters length, std::optional<Millimeters> spacing, LinePlane plane = LinePlane::Acquired) const;
};

/// The site's own repeatability from pairs of readings of the same lesion: half the squared difference is fitted by
/// absolute^2 + relative^2 x length^2 (least squares, neither part below 0). At least 20 pairs, else Failure{TooFewReadings}.
Result<Repeatability> repeatability_of(const std::vector<std::pair<Millimeters, Millimeters>>& repeated_readings);
} // namespace nadir::measure::recist_1_1
