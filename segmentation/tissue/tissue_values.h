#pragma once

#include <optional>
#include <vector>

#include "segmentation/tissue/tissue_map.h"

namespace nadir::segmentation
{
/// Range and number of bins of a histogram.
struct HistogramRange
{
  double low;
  double high;
  std::size_t bins;
};

/// Middle, spread and histogram of the values that are numbers; nothing when there are none.
std::optional<TissueValues> values_of(const std::vector<float>& values, const HistogramRange& range);
}  // namespace nadir::segmentation
