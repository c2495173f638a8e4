#pragma once

#include <cstddef>
#include <vector>

#include "measure/response/protocol.h"
#include "measure/response/readings.h"
#include "measure/response/recist_1_1/normal_draws.h"
#include "measure/response/recist_1_1/repeatability.h"

namespace nadir::measure::recist_1_1
{
/// One target length that is drawn again. Micrometres.
struct DrawnLength
{
  double value = 0, deviation = 0;  ///< of an independent reading: sqrt(2) times that of a single one
  bool nodal = false;
};

/// What the sum of the targets at one time point is made of. Micrometres.
struct SumParts
{
  bool examined = false;        ///< at least one target has a number
  bool is_complete = false;     ///< every target has a number (T5)
  bool surely_present = false;  ///< T13 whatever is drawn
  ReportedLength sum;           ///< as read; of the targets that have a number
  double fixed = 0;             ///< what no draw changes: too small, absent, split, merged
  DrawnLength together;         ///< lengths of which only the sum matters, as one
  std::vector<DrawnLength> single;
};

/// Takes the targets of one time point apart. Lengths far above 0 mm, and nodes of which nobody asks whether they are normal, are drawn as
/// one normal sum; a length within 4 deviations of 0 mm, or a node that decides about CR, is drawn alone.
SumParts sum_parts(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol, const Repeatability& repeatability);

/// The largest sum that the draws of these parts can reach.
double largest_sum(const SumParts& parts);

/// The sum of the targets at one time point for every draw, whole micrometres; each length not below one quantum. `Real`: float where it
/// holds these numbers exactly, else double.
template <class Real> struct DrawnSums
{
  std::vector<Real> sum;
  std::vector<Real> present;  ///< 1 = a target is there (T13), 0 = all gone (T11); empty when it surely is there

  /// Fills both from the columns of `draws` from `column` on; gives the first column not used.
  std::size_t draw(const SumParts& parts, const Protocol& protocol, const NormalDraws& draws, std::size_t column);
};
}  // namespace nadir::measure::recist_1_1
