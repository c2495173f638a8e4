#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "measure/response/category.h"
#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/repeatability.h"

namespace nadir::measure::recist_1_1
{
/// How a probability is computed. Same numbers, same answer, on every machine.
struct CertaintyOptions
{
  int draws = 1000;  ///< error of a probability below 1.6 percentage points (one standard deviation, at 50 %)
  std::uint64_t seed = 1;
};

/// How sure the overall response of one time point is.
struct TimepointCertainty
{
  std::vector<std::pair<Category, double>> probabilities;  ///< overall categories with their probability, likeliest first; sum 1
  std::optional<std::pair<Millimeters, Millimeters>> sum;  ///< 95 % interval of the sum of an independent re-read

  double of(Category category) const;
};

/// Probability that an independent reading of the same images, by a reader with this repeatability, gives each category.
///
/// Every measured length of every target (and of every fragment of a split one) at every time point is drawn again around the value read,
/// with sqrt(2) times the deviation of a single reading (both readings err), not below one quantum; states without a length, non-targets
/// and new lesions stay. Each drawn patient goes through all rules of `assess` (`drawn_course.h`), so nadir, kept PR, nodes and incomplete
/// sums take part. Lengths of which only the sum matters are drawn as one normal sum (`drawn_sums.h`). Draws are stratified
/// (Latin hypercube) from a fixed seed and the same for all patients. Readings are taken as independent of each other:
/// a reader's constant bias cancels, one that changes between time points is not seen.
/// One entry per time point; the baseline's holds Category::Baseline with probability 1.
std::vector<TimepointCertainty> certainty(const PatientReadings& readings, const Protocol& protocol,
                                          const Repeatability& repeatability = {}, const CertaintyOptions& options = {});
}  // namespace nadir::measure::recist_1_1
