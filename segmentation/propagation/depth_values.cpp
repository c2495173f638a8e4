#include "segmentation/propagation/depth_values.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr std::array borders{1.0, 3.0, 6.0};                                                                // mm
constexpr std::array<double, DepthValues::layers> as_before{0.0, 0.0, 0.1, 0.3}, died{0.0, 0.1, 0.5, 0.9};  // share of any other value
constexpr double unmixed = 0.7;  // mm: nearer to the border a voxel is mixed
constexpr double few = 40.0;     // voxels: a layer of fewer leans on all of the lesion
}  // namespace

std::size_t DepthValues::layer_of(double depth)
{
  return static_cast<std::size_t>(std::upper_bound(borders.begin(), borders.end(), depth) - borders.begin());
}

DepthValues::DepthValues(const FollowUpBlock& block, const imaging::FloatImage& then, const TissueHistogram& empty, double spread)
    : values_{empty, empty, empty, empty}, other_(as_before)
{
  TissueHistogram whole = empty;
  for (std::size_t n = 0; n < then.values.size(); ++n)
  {
    const double depth = -static_cast<double>(block.distance.values[n]);
    if (!(depth > 0.0) || !std::isfinite(then.values[n])) continue;
    whole.add(then.values[n]);
    if (depth > unmixed) values_[layer_of(depth)].add(then.values[n]);
  }
  whole.finish(spread);
  for (auto& layer : values_)
  {
    const double count = layer.count();
    layer.finish(spread);
    layer.blend(whole, few / (count + few));
  }
}

void DepthValues::assume(InsideSince inside) { other_ = inside == InsideSince::AsBefore ? as_before : died; }

double DepthValues::operator()(std::size_t layer, float value) const
{
  return (1.0 - other_[layer]) * values_[layer](value) + other_[layer] / static_cast<double>(TissueHistogram::bins);
}
}  // namespace nadir::segmentation
