#include "segmentation/tissue/tissue_features.h"

#include <cmath>
#include <limits>

namespace nadir::segmentation
{
namespace
{
std::vector<float> multiples(const LesionVoxels& voxels, const ChannelReaders& readers, const ReferenceFound& reference, ChannelKind kind)
{
  const auto& reader = readers[index_of(kind)];
  const auto& scale = reference.scales[index_of(kind)];
  if (!reader || !scale) return {};
  auto values = reader->at(voxels.voxels());
  for (std::size_t n = 0; n < values.size(); ++n)
    values[n] = static_cast<float>(scale->multiple(
        static_cast<double>(values[n]), scale->is_shading_used ? voxels.geometry().voxel_to_patient(voxels.voxels()[n]) : PatientPoint{}));
  return values;
}

/// A voxel at the contour is a mixture: with its centre inside, three quarters of it belong to the lesion on average. Takes out the other
/// quarter, seen in its neighbours in the layer around.
std::vector<float> unmixed(const LesionVoxels& voxels, std::vector<float> values)
{
  constexpr float outside_part = 0.25F;
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  for (std::size_t n = 0; n < voxels.lesion_count() && !values.empty(); ++n)
  {
    float sum = 0.0F, count = 0.0F;
    for (const auto other : voxels.neighbours()[n])
      if (other >= limit && std::isfinite(values[static_cast<std::size_t>(other)]))
        sum += values[static_cast<std::size_t>(other)], count += 1.0F;
    if (count > 0.0F) values[n] = (values[n] - outside_part * sum / count) / (1.0F - outside_part);
  }
  return values;
}

std::vector<float> differences(const std::vector<float>& after, const std::vector<float>& before)
{
  if (after.empty() || before.empty()) return {};
  std::vector<float> result(after.size());
  for (std::size_t n = 0; n < result.size(); ++n) result[n] = after[n] - before[n];
  return result;
}

/// ADC values that a tissue can have; others are masked or mistakes.
std::vector<float> adc_values(const LesionVoxels& voxels, const ChannelReaders& readers, double factor)
{
  constexpr double highest = 6000.0;  // 1e-6 mm2/s, twice that of free water at body temperature
  const auto& reader = readers[index_of(ChannelKind::Adc)];
  if (!reader) return {};
  auto values = reader->at(voxels.voxels());
  for (float& value : values)
  {
    const double adc = factor * static_cast<double>(value);
    value = adc > 0.0 && adc < highest ? static_cast<float>(adc) : std::numeric_limits<float>::quiet_NaN();
  }
  return values;
}
}  // namespace

FeatureValues feature_values(const LesionVoxels& voxels, const ChannelReaders& readers, const ReferenceFound& reference, double adc_factor)
{
  FeatureValues values;
  values[index_of(TissueFeature::PostContrast)] = unmixed(voxels, multiples(voxels, readers, reference, ChannelKind::T1Contrast));
  values[index_of(TissueFeature::BeforeContrast)] = unmixed(voxels, multiples(voxels, readers, reference, ChannelKind::T1));
  values[index_of(TissueFeature::Enhancement)] =
      differences(values[index_of(TissueFeature::PostContrast)], values[index_of(TissueFeature::BeforeContrast)]);
  values[index_of(TissueFeature::T2)] = multiples(voxels, readers, reference, ChannelKind::T2);
  values[index_of(TissueFeature::Adc)] = adc_values(voxels, readers, adc_factor);
  return values;
}

std::vector<float> smoothed(const LesionVoxels& voxels, const std::vector<float>& values)
{
  std::vector<float> result(voxels.lesion_count(), std::numeric_limits<float>::quiet_NaN());
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  for (std::size_t n = 0; n < result.size(); ++n)
  {
    if (!std::isfinite(values[n])) continue;
    float sum = values[n], count = 1.0F;
    for (const auto other : voxels.neighbours()[n])
    {
      if (other < 0 || other >= limit || !std::isfinite(values[static_cast<std::size_t>(other)])) continue;
      sum += values[static_cast<std::size_t>(other)], count += 1.0F;
    }
    result[n] = sum / count;
  }
  return result;
}
}  // namespace nadir::segmentation
