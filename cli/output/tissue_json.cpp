#include "cli/output/tissue_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"
#include "measure/assessment/tissue_content_of.h"

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;
using namespace nadir::segmentation;

json band_json(const FractionBand& band, double factor = 1.0)
{
  return {{"value", factor * band.value}, {"low", factor * band.low}, {"high", factor * band.high}};
}

json values_json(const std::optional<TissueValues>& values)
{
  if (!values) return nullptr;
  const auto& summary = values->summary;
  return {{"voxels", summary.voxels},
          {"mean", summary.mean},
          {"median", summary.median},
          {"percentile_10", summary.tenth_percentile},
          {"percentile_90", summary.ninetieth_percentile},
          {"histogram", {{"low", values->histogram.low}, {"high", values->histogram.high}, {"counts", values->histogram.counts}}}};
}

json part_json(const TissuePart& part, double volume_ml)
{
  return {{"tissue", std::string(name_of(part.tissue))},
          {"label", label_of(part.tissue)},
          {"decidable", part.is_decidable},
          {"voxels", part.mask.count()},
          {"fraction", band_json(part.fraction)},
          {"volume_ml", band_json(part.fraction, volume_ml)},
          {"adc_1e-6_mm2_per_s", values_json(part.adc)},
          {"enhancement_fraction", values_json(part.enhancement)},
          {"t1_post_contrast_over_reference", values_json(part.post_contrast)},
          {"t2_over_reference", values_json(part.t2)}};
}

json point_json(PatientPoint point) { return {point.left, point.posterior, point.superior}; }

json diameter_json(const TissueMap& map)
{
  if (!map.part(TissueClass::Viable).is_decidable) return nullptr;
  const auto size = measure::tissue_size(map, TissueClass::Viable);
  if (!size) return nullptr;
  const auto& line = size->longest_diameter;
  return {
      {"length_mm", line.length.value()}, {"uncertainty_mm", size->diameter_uncertainty.value()},    {"from_lps_mm", point_json(line.from)},
      {"to_lps_mm", point_json(line.to)}, {"slice", line.slice ? json(*line.slice) : json(nullptr)}, {"parts", size->parts}};
}

json reference_json(const ReferenceTissue& reference)
{
  json levels = json::array();
  for (const auto& level : reference.levels)
    levels.push_back({{"image", std::string(name_of(level.channel))},
                      {"median", level.median},
                      {"median_absolute_deviation", level.deviation},
                      {"zero", level.zero},
                      {"zero_known", level.is_zero_known},
                      {"shading_corrected", level.shading}});
  return {{"words", measure::reference_words(reference)},
          {"voxels", reference.voxels},
          {"distance_mm", reference.distance},
          {"file", reference.voxels == 0 ? json(nullptr) : json("reference.nii.gz")},
          {"levels", levels}};
}

json sources_json(const TissueInputs& inputs)
{
  json sources = json::array();
  for (const auto& source : inputs.sources)
    sources.push_back({{"image", std::string(name_of(source.kind))},
                       {"format", source.image.format},
                       {"description", source.image.description},
                       {"choice", source.image.choice},
                       {"sha256", source.image.digest}});
  return sources;
}

json config_json(const TissueConfig& config)
{
  const auto pair = [](const LevelPriors& levels) { return json{{"viable", levels.viable}, {"dead", levels.dead}}; };
  return {{"post_contrast", pair(config.post_contrast)},
          {"enhancement", pair(config.enhancement)},
          {"adc", {{"solid", config.adc.viable}, {"liquid", config.adc.dead}}},
          {"liquid_t2_over_solid", config.liquid_t2_over_solid},
          {"blood_on_t1", config.blood_on_t1},
          {"fat_on_t1", config.fat_on_t1},
          {"spread_of_gap", config.spread_of_gap},
          {"rim_log_odds", config.rim_log_odds},
          {"smoothness", config.smoothness},
          {"threshold_shift", config.threshold_shift}};
}

json trials_json(const TissueMap& map)
{
  json trials = json::array();
  for (const auto& trial : map.trials) trials.push_back({{"shift", trial.shift}, {"necrosis", trial.necrosis}, {"viable", trial.viable}});
  return trials;
}

json threshold_json(const TissueMap& map)
{
  if (!map.threshold) return nullptr;
  const auto& used = *map.threshold;
  return {{"quantity", std::string(name_of(used.threshold.quantity))},
          {"unit", std::string(unit_of(used.threshold.quantity))},
          {"value", used.threshold.value},
          {"low", used.low},
          {"high", used.high},
          {"set_by_person", used.is_set},
          {"automatic", used.automatic},
          {"automatic_necrotic_fraction", band_json(used.automatic_necrosis)}};
}

json necrosis_json(const TissueMap& map)
{
  const auto& part = map.part(TissueClass::Necrosis);
  if (!part.is_decidable) return nullptr;
  auto band = band_json(part.fraction);
  band["words"] = measure::necrosis_words(map.support);
  return band;
}

std::vector<std::string> all_warnings(const TissueReport& report)
{
  auto warnings = report.inputs.warnings;
  warnings.insert(warnings.end(), report.map.warnings.begin(), report.map.warnings.end());
  return warnings;
}

std::string percent(double part) { return format_fixed(100.0 * part, 1); }

std::string padded(std::string text, std::size_t width)
{
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string part_text(const TissuePart& part, const TissueMap& map)
{
  const auto name = part.tissue == TissueClass::Necrosis ? measure::necrosis_words(map.support) : std::string(name_of(part.tissue));
  if (!part.is_decidable && part.fraction.value == 0.0) return "  " + padded(name + "  ", 24) + "not decidable from these images\n";
  const double volume = map.volume.value();
  auto line = "  " + padded(name + "  ", 24) +
              padded(percent(part.fraction.value) + " % (" + percent(part.fraction.low) + " to " + percent(part.fraction.high) + ")", 27) +
              format_fixed(part.fraction.value * volume, 2) + " mL (" + format_fixed(part.fraction.low * volume, 2) + " to " +
              format_fixed(part.fraction.high * volume, 2) + ")";
  if (part.adc)
    line += ", ADC " + format_fixed(part.adc->summary.mean, 0) + "/" + format_fixed(part.adc->summary.median, 0) + "/" +
            format_fixed(part.adc->summary.tenth_percentile, 0);
  if (part.enhancement) line += ", enhancement " + format_fixed(part.enhancement->summary.mean, 2);
  return line + "\n";
}

std::string threshold_text(const TissueMap& map)
{
  if (!map.threshold) return {};
  const auto& used = *map.threshold;
  const int decimals = used.threshold.quantity == ThresholdQuantity::Adc ? 0 : 2;
  const auto digits = [decimals](double value) { return format_fixed(value, decimals); };
  auto line = "  necrosis threshold: " + std::string(name_of(used.threshold.quantity)) + " " + digits(used.threshold.value) + " (" +
              digits(used.low) + " to " + digits(used.high) + ") " + std::string(unit_of(used.threshold.quantity));
  const auto& band = used.automatic_necrosis;
  if (used.is_set)
    line += ", set by a person; automatic " + digits(used.automatic) + ", which gives necrosis " + percent(band.value) + " % (" +
            percent(band.low) + " to " + percent(band.high) + ")";
  return line + "\n";
}

std::string diameter_text(const TissueMap& map)
{
  if (!map.part(TissueClass::Viable).is_decidable) return "  longest viable diameter: not decidable without a T1 image after contrast\n";
  const auto size = measure::tissue_size(map, TissueClass::Viable);
  if (!size) return "  longest viable diameter: none, there is no viable tissue\n";
  return "  longest viable diameter: " + format_fixed(size->longest_diameter.length.value(), 1) + " mm +- " +
         format_fixed(size->diameter_uncertainty.value(), 1) + " mm\n";
}
}  // namespace

std::string tissue_json(const TissueReport& report)
{
  const auto& map = report.map;
  const double volume = map.volume.value();
  json tissues = json::array();
  for (const auto& part : map.parts) tissues.push_back(part_json(part, volume));
  const auto& necrosis = map.part(TissueClass::Necrosis);
  const auto& viable = map.part(TissueClass::Viable);
  const json out{{"schema", "nadir.tissue/1"},
                 {"lesion",
                  {{"label", report.inputs.lesion.label},
                   {"name", report.inputs.lesion.name},
                   {"voxels", report.inputs.mask.count()},
                   {"volume_ml", volume},
                   {"mask_sha256", report.inputs.lesion.provenance.digest}}},
                 {"necrotic_fraction", necrosis_json(map)},
                 {"necrosis_threshold", threshold_json(map)},
                 {"necrotic_volume_ml", necrosis.is_decidable ? band_json(necrosis.fraction, volume) : json(nullptr)},
                 {"viable_fraction", viable.is_decidable ? band_json(viable.fraction) : json(nullptr)},
                 {"viable_volume_ml", viable.is_decidable ? band_json(viable.fraction, volume) : json(nullptr)},
                 {"longest_viable_diameter", diameter_json(map)},
                 {"tissues", tissues},
                 {"reference", reference_json(map.reference)},
                 {"images", sources_json(report.inputs)},
                 {"registration", report.registration},
                 {"robustness", trials_json(map)},
                 {"undecided", map.undecided},
                 {"warnings", all_warnings(report)},
                 {"config", config_json(report.config)},
                 {"files",
                  {{"label_map", "tissue.nii.gz"},
                   {"labels", {{"1", "viable"}, {"2", "necrosis"}, {"3", "haemorrhage"}, {"4", "fat"}, {"5", "indeterminate"}}}}}};
  return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string tissue_text(const TissueReport& report)
{
  const auto& map = report.map;
  std::string text = "lesion " + format_fixed(map.volume.value(), 2) +
                     " mL; share (robustness band), volume, ADC mean/median/10th percentile in 1e-6 mm2/s\n";
  for (const auto& part : map.parts) text += part_text(part, map);
  text += threshold_text(map) + diameter_text(map);
  text += "  reference tissue: " + measure::reference_words(map.reference) + "\n";
  for (const auto& words : report.registration) text += "  registration: " + words + "\n";
  for (const auto& words : map.undecided) text += "  not decided: " + words + "\n";
  for (const auto& words : all_warnings(report)) text += "  warning: " + words + "\n";
  return text;
}
}  // namespace nadir::cli
