#include "measure/assessment/tissue_of.h"

#include "imaging/units/number_text.h"
#include "measure/assessment/tissue_channels_of.h"
#include "measure/size/measure_size.h"
#include "segmentation/tissue/classify_tissue.h"

namespace nadir::measure
{
namespace
{
using segmentation::TissueClass;
using segmentation::TissueMap;
using segmentation::TissuePart;

Banded banded(const segmentation::FractionBand& band, double factor = 1.0) { return {band.value * factor, band.low * factor, band.high * factor}; }

TissueAmount amount_of(const TissuePart& part, Milliliters whole)
{
  TissueAmount amount;
  amount.tissue = name_of(part.tissue);
  amount.fraction = banded(part.fraction);
  amount.volume_ml = banded(part.fraction, whole.value());
  if (part.adc && part.adc->summary.voxels > 0)
  {
    amount.adc_mean = part.adc->summary.mean;
    amount.adc_median = part.adc->summary.median;
    amount.adc_10th_percentile = part.adc->summary.tenth_percentile;
  }
  if (part.enhancement && part.enhancement->summary.voxels > 0) amount.enhancement = part.enhancement->summary.mean;
  return amount;
}

std::string reference_words(const segmentation::ReferenceTissue& reference)
{
  if (reference.voxels == 0) return "No reference tissue was found.";
  return "Compared with " + std::to_string(reference.voxels) + " voxels of reference tissue, " + format_fixed(reference.distance, 0) +
         " mm from the lesion, found automatically.";
}

std::optional<Caliper> viable_diameter(const TissuePart& viable)
{
  if (viable.mask.is_empty()) return std::nullopt;
  const auto size = measure_size({1, "viable", viable.mask, {}, {}});
  return size ? std::optional(size->longest_diameter) : std::nullopt;
}

TissueContent content_of(const TissueMap& map)
{
  TissueContent content;
  content.reference = reference_words(map.reference);
  for (const auto& part : map.parts)
    if (part.is_decidable) content.tissues.push_back(amount_of(part, map.volume));
  const auto& necrosis = map.part(TissueClass::Necrosis);
  const auto& viable = map.part(TissueClass::Viable);
  if (necrosis.is_decidable) content.necrotic_fraction = banded(necrosis.fraction);
  if (necrosis.is_decidable) content.necrotic_volume_ml = banded(necrosis.fraction, map.volume.value());
  if (viable.is_decidable) content.viable_volume_ml = banded(viable.fraction, map.volume.value());
  if (viable.is_decidable) content.viable_diameter = viable_diameter(viable);
  content.undecided = map.undecided;
  content.undecided.insert(content.undecided.end(), map.warnings.begin(), map.warnings.end());
  return content;
}
}  // namespace

Result<std::optional<TissueContent>> tissue_of(const segmentation::Mask& mask, const imaging::ImageStack& stack, TimepointVolumes& volumes)
{
  const auto chosen = tissue_channels_of(stack, volumes);
  if (chosen.words.empty()) return std::optional<TissueContent>{};
  const auto map = segmentation::classify_tissue(mask, chosen.channels);
  if (!map) return map.failure();
  auto content = content_of(*map);
  content.channels = chosen.words;
  content.undecided.insert(content.undecided.end(), chosen.warnings.begin(), chosen.warnings.end());
  return std::optional(std::move(content));
}
}  // namespace nadir::measure
