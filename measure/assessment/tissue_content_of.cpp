#include "measure/assessment/tissue_content_of.h"

#include "imaging/units/number_text.h"
#include "measure/size/measure_size.h"

namespace nadir::measure
{
namespace
{
using segmentation::NecrosisSupport;
using segmentation::ReferenceSource;
using segmentation::TissueClass;
using segmentation::TissueMap;
using segmentation::TissuePart;

Banded fraction_of(const TissuePart& part) { return {part.fraction.value, part.fraction.low, part.fraction.high}; }

Banded volume_of(const TissuePart& part, Milliliters lesion)
{
  return {part.fraction.value * lesion.value(), part.fraction.low * lesion.value(), part.fraction.high * lesion.value()};
}

TissueAmount amount_of(const TissuePart& part, Milliliters lesion)
{
  TissueAmount amount{.tissue = std::string(name_of(part.tissue)),
                      .fraction = fraction_of(part),
                      .volume_ml = volume_of(part, lesion),
                      .adc_mean = {},
                      .adc_median = {},
                      .adc_10th_percentile = {},
                      .enhancement = {}};
  if (part.adc)
  {
    amount.adc_mean = part.adc->summary.mean;
    amount.adc_median = part.adc->summary.median;
    amount.adc_10th_percentile = part.adc->summary.tenth_percentile;
  }
  if (part.enhancement) amount.enhancement = part.enhancement->summary.mean;
  return amount;
}

std::optional<ReaderThreshold> reader_threshold_of(const TissueMap& map)
{
  if (!map.threshold || !map.threshold->is_set) return std::nullopt;
  const auto& used = *map.threshold;
  const auto& band = used.automatic_necrosis;
  return ReaderThreshold{{std::string(name_of(used.threshold.quantity)), used.threshold.value},
                         std::string(unit_of(used.threshold.quantity)),
                         used.automatic,
                         {band.value, band.low, band.high}};
}

std::string threshold_digits(const ReaderThreshold& threshold, double value)
{
  return format_fixed(value, threshold.set.quantity == "ADC" ? 0 : 2);
}

std::string percent_digits(double share) { return format_fixed(100.0 * share, 0); }

std::string source_words(ReferenceSource source)
{
  switch (source)
  {
  case ReferenceSource::Automatic: return "found automatically";
  case ReferenceSource::Mask: return "as drawn by a person";
  case ReferenceSource::Point: return "around the point a person gave";
  }
  return "";
}
}  // namespace

Result<LesionSize> tissue_size(const TissueMap& map, TissueClass tissue)
{
  return measure_size(
      {.label = label_of(tissue), .name = std::string(name_of(tissue)), .shape = map.part(tissue).mask, .provenance = {}, .warnings = {}});
}

std::string reference_words(const segmentation::ReferenceTissue& reference)
{
  if (reference.voxels == 0) return "none: ADC needs no reference tissue";
  return "muscle, or in a head normal brain; " + source_words(reference.source) + ", " + std::to_string(reference.voxels) + " voxels, " +
         format_fixed(reference.distance, 0) + " mm from the lesion";
}

std::string necrosis_words(NecrosisSupport support)
{
  switch (support)
  {
  case NecrosisSupport::None: return "non-enhancing";
  case NecrosisSupport::NoContrast: return "liquid (contrast uptake not known)";
  case NecrosisSupport::Supported: return "necrosis/liquefaction";
  }
  return "";
}

std::string in_words(const ReaderThreshold& threshold)
{
  const auto& band = threshold.automatic_necrotic_fraction;
  return "necrosis threshold set by the reader: " + threshold.set.quantity + " " + threshold_digits(threshold, threshold.set.value) + " " +
         threshold.unit + "; automatic " + threshold_digits(threshold, threshold.automatic) + ", which gives necrosis " +
         percent_digits(band.value) + " % (" + percent_digits(band.low) + " to " + percent_digits(band.high) + ")";
}

TissueContent tissue_content_of(const TissueMap& map)
{
  TissueContent content;
  for (const auto kind : map.channels) content.channels.emplace_back(name_of(kind));
  content.reference = reference_words(map.reference);
  for (const auto& part : map.parts)
    if (part.is_decidable || part.fraction.value > 0.0) content.tissues.push_back(amount_of(part, map.volume));
  if (const auto& necrosis = map.part(TissueClass::Necrosis); necrosis.is_decidable)
    content.necrotic_fraction = fraction_of(necrosis), content.necrotic_volume_ml = volume_of(necrosis, map.volume);
  if (const auto& viable = map.part(TissueClass::Viable); viable.is_decidable)
  {
    content.viable_volume_ml = volume_of(viable, map.volume);
    if (const auto size = tissue_size(map, TissueClass::Viable)) content.viable_diameter = size->longest_diameter;
  }
  content.threshold_by_reader = reader_threshold_of(map);
  content.undecided = map.undecided;
  return content;
}
}  // namespace nadir::measure
