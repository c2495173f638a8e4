#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "imaging/result/result.h"
#include "imaging/units/millimeters.h"
#include "measure/response/protocol.h"
#include "measure/response/recist_1_1/repeatability_data.h"
#include "measure/response/response_error.h"

namespace nadir::measure::recist_1_1
{
/// Where a line was drawn.
enum class LinePlane
{
  Acquired,
  Reformatted,  ///< its ends lie between slices
};

/// How much one length varies when the same lesion is read again: standard deviation of a single reading,
///   sqrt(absolute^2 + (relative x length)^2 + slice^2).
/// slice: the line lies on the wrong slice by up to half the slice spacing s. In the acquired plane this shortens a round lesion of
/// diameter L: 0.149 s^2 / L. A reformatted line has its ends between slices: s / sqrt(12). Never more than s / sqrt(12).
/// Numbers and sources: repeatability_data.h.
struct Repeatability
{
  Millimeters absolute{repeatability_data::absolute.value};
  double relative = repeatability_data::relative.value / 100.0;
  std::string source = "published: Oxnard 2011 (PMC3157977), ESMO Sarcoma 2025 abstract 74P";

  /// Standard deviation of one reading. `spacing`: centre-to-centre slice spacing; unknown = no slice term.
  Millimeters deviation(Millimeters length, std::optional<Millimeters> spacing, LinePlane plane = LinePlane::Acquired) const;
};

/// The repeatability that a protocol states; the published one when it is the default.
Repeatability repeatability_of(const RepeatabilityRules& rules);

/// The site's own repeatability from pairs of readings of the same lesion: half the squared difference is fitted by
/// absolute^2 + relative^2 x length^2 (least squares, neither part below 0). At least 20 pairs, else Failure{TooFewReadings}.
Result<Repeatability> repeatability_of(const std::vector<std::pair<Millimeters, Millimeters>>& repeated_readings);
}  // namespace nadir::measure::recist_1_1
