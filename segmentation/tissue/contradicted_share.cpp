#include "segmentation/tissue/contradicted_share.h"

#include <utility>

#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
double contradicted_share(const LesionVoxels& voxels, const FeatureValues& values, const ClassLabels& labels)
{
  constexpr float liquid_from = 1950.0F, solid_to = 1650.0F;
  constexpr double plainly_darker = 0.7, least = 0.1, least_solid = 0.02;
  const auto& after = values[index_of(TissueFeature::PostContrast)];
  const auto& adc = values[index_of(TissueFeature::Adc)];
  if (after.empty() || adc.empty()) return 0.0;
  std::vector<float> liquid, solid;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    if (labels[n] != index_of(TissueClass::Viable)) continue;
    if (adc[n] > liquid_from) liquid.push_back(after[n]);
    if (adc[n] < solid_to) solid.push_back(after[n]);
  }
  const auto lesion = static_cast<double>(voxels.lesion_count());
  const double share = static_cast<double>(liquid.size()) / lesion;
  if (share < least || static_cast<double>(solid.size()) < least_solid * lesion) return 0.0;
  return quantile_of(std::move(liquid), 0.5) < plainly_darker * quantile_of(std::move(solid), 0.5) ? share : 0.0;
}
}  // namespace nadir::segmentation
