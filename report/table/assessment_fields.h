#pragma once

#include <concepts>
#include <optional>
#include <type_traits>

#include "measure/lesion/assessment.h"

/// The keys of assessment.json in their order, said once for writing and for reading. An Archive has
///     field(key, value)                      a value that is read back; absent = null
///     text_or_null(key, text or id)          empty text = null
///     pairs(key, first, second, pairs)       array of objects with two texts
///     if_any(key, list, id or text)          left out when empty, so that older documents stay as they were
///     derived(key, value)                    written for convenience; follows from other keys
///     group(key, fields of the object)
namespace nadir::report::detail
{
template <class Value, class Type>
concept Some = std::same_as<std::remove_const_t<Value>, Type>;

inline std::optional<Millimeters> length_of(const std::optional<measure::Caliper>& caliper)
{
  return caliper ? std::optional(caliper->length) : std::nullopt;
}

inline std::optional<double> who_product_of(const measure::LesionAssessment& lesion)
{
  if (!lesion.longest_diameter || !lesion.short_axis) return std::nullopt;
  return lesion.longest_diameter->length.value() * lesion.short_axis->length.value();
}

template <class Archive, Some<measure::Finding> Value> void fields(Archive& archive, Value& finding)
{
  archive.field("rule", finding.rule);
  archive.field("clause", finding.clause);
  archive.field("outcome", finding.outcome);
  archive.field("explanation", finding.explanation);
  archive.pairs("inputs", "name", "value", finding.inputs);
}

template <class Archive, Some<measure::Flag> Value> void fields(Archive& archive, Value& flag)
{
  archive.field("id", flag.id);
  archive.field("level", flag.level);
  archive.field("explanation", flag.explanation);
  archive.pairs("numbers", "name", "value", flag.numbers);
  archive.field("literature_for", flag.literature_for);
  archive.field("literature_against", flag.literature_against);
}

template <class Archive, Some<measure::Caliper> Value> void fields(Archive& archive, Value& caliper)
{
  archive.field("from", caliper.from);
  archive.field("to", caliper.to);
  archive.field("length_mm", caliper.length);
  archive.text_or_null("series_instance_uid", caliper.series);
  archive.text_or_null("sop_instance_uid", caliper.sop_instance);
  archive.field("slice", caliper.slice);
}

template <class Archive, Some<measure::Banded> Value> void fields(Archive& archive, Value& banded)
{
  archive.field("value", banded.value);
  archive.field("low", banded.low);
  archive.field("high", banded.high);
}

template <class Archive, Some<measure::TissueAmount> Value> void fields(Archive& archive, Value& amount)
{
  archive.field("tissue", amount.tissue);
  archive.field("fraction", amount.fraction);
  archive.field("volume_ml", amount.volume_ml);
  archive.field("adc_mean", amount.adc_mean);
  archive.field("adc_median", amount.adc_median);
  archive.field("adc_10th_percentile", amount.adc_10th_percentile);
  archive.field("enhancement", amount.enhancement);
}

template <class Archive, Some<measure::ReaderThreshold> Value> void fields(Archive& archive, Value& threshold)
{
  archive.field("quantity", threshold.set.quantity);
  archive.field("unit", threshold.unit);
  archive.field("value", threshold.set.value);
  archive.field("automatic", threshold.automatic);
  archive.field("automatic_necrotic_fraction", threshold.automatic_necrotic_fraction);
}

template <class Archive, Some<measure::TissueContent> Value> void fields(Archive& archive, Value& content)
{
  archive.field("channels", content.channels);
  archive.text_or_null("reference", content.reference);
  archive.field("necrotic_fraction", content.necrotic_fraction);
  archive.field("necrotic_volume_ml", content.necrotic_volume_ml);
  archive.field("viable_volume_ml", content.viable_volume_ml);
  archive.field("viable_diameter", content.viable_diameter);
  archive.field("tissues", content.tissues);
  archive.if_any("threshold_by_reader", content.threshold_by_reader);
  archive.field("undecided", content.undecided);
}

/// The middle of a band, for readers that look for one number; the band stands in "tissue".
inline std::optional<double> value_of(const std::optional<measure::TissueContent>& content,
                                      std::optional<measure::Banded> measure::TissueContent::*amount)
{
  return content && (*content).*amount ? std::optional(((*content).*amount)->value) : std::nullopt;
}

template <class Archive, Some<measure::LesionAssessment> Value> void tissue_fields(Archive& archive, Value& lesion)
{
  archive.derived("necrotic_fraction", value_of(lesion.tissue, &measure::TissueContent::necrotic_fraction));
  archive.derived("necrotic_volume_ml", value_of(lesion.tissue, &measure::TissueContent::necrotic_volume_ml));
  archive.derived("viable_volume_ml", value_of(lesion.tissue, &measure::TissueContent::viable_volume_ml));
  archive.field("tissue", lesion.tissue);
}

template <class Archive, Some<measure::LesionAssessment> Value> void caliper_fields(Archive& archive, Value& lesion)
{
  archive.field("longest_diameter", lesion.longest_diameter);
  archive.field("short_axis", lesion.short_axis);
  archive.field("longest_in_any_plane", lesion.longest_in_any_plane);
  archive.field("feret_3d", lesion.feret_3d);
  archive.field("longest_inside", lesion.longest_inside);
}

template <class Archive, Some<measure::LesionAssessment> Value> void evidence_fields(Archive& archive, Value& lesion)
{
  archive.text_or_null("source", lesion.evidence.source);
  archive.text_or_null("series_instance_uid", lesion.evidence.series);
  archive.derived("sop_instance_uid", lesion.longest_diameter ? lesion.longest_diameter->sop_instance : SopInstanceUid{});
  archive.text_or_null("frame_of_reference_uid", lesion.evidence.frame_of_reference);
  archive.text_or_null("mask_sha256", lesion.evidence.mask_digest);
  archive.text_or_null("end_point_rule", lesion.evidence.end_point_rule);
  caliper_fields(archive, lesion);
}

template <class Archive, Some<measure::LesionAssessment> Value> void size_fields(Archive& archive, Value& lesion)
{
  archive.derived("longest_diameter_mm", length_of(lesion.longest_diameter));
  archive.derived("short_axis_mm", length_of(lesion.short_axis));
  archive.derived("who_product_mm2", who_product_of(lesion));
  archive.derived("longest_in_any_plane_mm", length_of(lesion.longest_in_any_plane));
  archive.derived("feret_3d_mm", length_of(lesion.feret_3d));
  archive.derived("longest_inside_mm", length_of(lesion.longest_inside));
  archive.field("diameter_uncertainty_mm", lesion.diameter_uncertainty);
  archive.field("response_contribution_mm", lesion.response_contribution);
  archive.field("volume_ml", lesion.volume);
  archive.field("volume_estimates_ml", lesion.volume_estimates);
  archive.field("volume_uncertainty_ml", lesion.volume_uncertainty);
}

template <class Archive, Some<measure::LesionAssessment> Value> void fields(Archive& archive, Value& lesion)
{
  archive.field("id", lesion.lesion.id);
  archive.field("role", lesion.lesion.role);
  archive.field("organ", lesion.lesion.organ);
  archive.field("nodal", lesion.lesion.nodal);
  archive.if_any("tracking_uid", lesion.lesion.tracking.uid);
  archive.if_any("tracking_identifier", lesion.lesion.tracking.identifier);
  archive.field("state", lesion.state);
  archive.text_or_null("reason", lesion.reason);
  archive.if_any("fragments_mm", lesion.fragments);
  archive.if_any("merged_into", lesion.merged_into);
  size_fields(archive, lesion);
  tissue_fields(archive, lesion);
  archive.group("evidence", [&](auto& evidence) { evidence_fields(evidence, lesion); });
  archive.field("warnings", lesion.warnings);
}

template <class Archive, Some<measure::SeriesAssessment> Value> void fields(Archive& archive, Value& series)
{
  archive.text_or_null("series_instance_uid", series.series);
  archive.field("stack_id", series.stack_id);
  archive.field("sequence", series.sequence);
  archive.field("plane", series.plane);
  archive.field("measurable", series.measurable);
  archive.pairs("certificate", "name", "value", series.certificate);
  archive.pairs("remarks", "severity", "text", series.remarks);
  archive.pairs("sequence_clues", "attribute", "meaning", series.sequence_clues);
}

template <class Archive, Some<measure::ResponseAssessment> Value> void response_fields(Archive& archive, Value& response)
{
  archive.field("sum_of_diameters_mm", response.sum_of_diameters);
  archive.field("baseline_sum_mm", response.baseline_sum);
  archive.field("nadir_sum_mm", response.nadir_sum);
  archive.field("change_from_baseline_percent", response.change_from_baseline_percent);
  archive.field("change_from_nadir_percent", response.change_from_nadir_percent);
  archive.field("change_from_nadir_mm", response.change_from_nadir);
  archive.text_or_null("target_response", response.target_response);
  archive.text_or_null("non_target_response", response.non_target_response);
  archive.field("new_lesions", response.new_lesions);
  archive.text_or_null("overall_response", response.overall_response);
  archive.text_or_null("margin", response.margin);
  archive.text_or_null("certainty", response.certainty);
  archive.group("response",
                [&](auto& summary)
                {
                  summary.derived("target", response.target_response);
                  summary.derived("non_target", response.non_target_response);
                  summary.derived("overall", response.overall_response);
                });
  archive.field("findings", response.findings);
}

template <class Archive, Some<measure::ComparabilityItem> Value> void fields(Archive& archive, Value& item)
{
  archive.field("aspect", item.aspect);
  archive.field("baseline", item.baseline);
  archive.field("followup", item.followup);
  archive.field("severity", item.severity);
  archive.field("diameter_effect_mm", item.diameter_effect);
  archive.field("volume_effect_percent", item.volume_effect_percent);
  archive.field("text", item.text);
  archive.text_or_null("method", item.method);
}

template <class Archive, Some<measure::ComparabilityReport> Value> void fields(Archive& archive, Value& report)
{
  archive.field("baseline_stack", report.baseline_stack);
  archive.field("followup_stack", report.followup_stack);
  archive.field("lesions", report.lesions);
  archive.field("reference_diameter_mm", report.reference_diameter);
  archive.derived("severity", report.severity());
  archive.field("items", report.items);
}

template <class Archive, Some<measure::TimepointAssessment> Value> void fields(Archive& archive, Value& timepoint)
{
  archive.field("label", timepoint.label);
  archive.text_or_null("date", timepoint.date);
  response_fields(archive, timepoint.response);
  archive.field("flags", timepoint.flags);
  archive.field("comparability", timepoint.comparability);
  archive.field("lesions", timepoint.lesions);
  archive.field("series", timepoint.series);
  archive.field("warnings", timepoint.warnings);
}

template <class Archive, Some<measure::SeriesPairing> Value> void fields(Archive& archive, Value& pairing)
{
  archive.field("baseline_stack", pairing.baseline_stack);
  archive.field("followup_label", pairing.followup_label);
  archive.field("followup_stack", pairing.followup_stack);
  archive.field("reason", pairing.reason);
}

template <class Archive, Some<measure::InputDigest> Value> void fields(Archive& archive, Value& input)
{
  archive.field("role", input.role);
  archive.field("name", input.name);
  archive.text_or_null("sha256", input.sha256);
}

template <class Archive, Some<measure::ResponseLimits> Value> void fields(Archive& archive, Value& limits)
{
  archive.field("partial_response_decrease_percent", limits.partial_response_decrease_percent);
  archive.field("progression_increase_percent", limits.progression_increase_percent);
  archive.field("progression_minimum_increase_mm", limits.progression_minimum_increase);
  archive.field("length_quantum_mm", limits.length_quantum);
}

template <class Archive, Some<measure::Assessment> Value> void fields(Archive& archive, Value& assessment)
{
  archive.field("patient", assessment.patient);
  archive.field("software_version", assessment.software_version);
  archive.field("criteria", assessment.criteria);
  archive.field("protocol_differences", assessment.protocol_differences);
  archive.field("response_limits", assessment.limits);
  archive.field("warnings", assessment.warnings);
  archive.field("timepoints", assessment.timepoints);
  archive.field("pairings", assessment.pairings);
  archive.field("inputs", assessment.inputs);
}
}  // namespace nadir::report::detail
