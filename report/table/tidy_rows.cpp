#include "report/table/tidy_rows.h"

#include <cmath>

#include "report/table/visible_text.h"

namespace nadir::report
{
namespace
{
using measure::LesionAssessment;

std::optional<double> finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

std::optional<double> finite(const std::optional<double>& value) { return value ? finite(*value) : std::nullopt; }

std::optional<double> finite(const std::optional<Millimeters>& value) { return value ? finite(value->value()) : std::nullopt; }

/// Makes the rows of one lesion at one time point.
class LesionRows
{
public:
  LesionRows(const TableSource& source, std::size_t timepoint, const LesionAssessment& lesion, std::vector<MeasurementRow>& rows)
      : lesion_(lesion), rows_(rows)
  {
    frame(source, timepoint);
  }

  void add_all()
  {
    rows_.push_back(start("state"));
    add_calipers();
    for (std::size_t part = 0; part < lesion_.fragments.size(); ++part)
      add("fragment_" + std::to_string(part + 1), lesion_.fragments[part].value(), "mm");
    if (lesion_.response_contribution) add("response_contribution", lesion_.response_contribution->value(), "mm");
    add_volumes();
    if (lesion_.tissue) add_tissue(*lesion_.tissue);
  }

private:
  void frame(const TableSource& source, std::size_t t)
  {
    const auto& assessment = *source.assessment;
    const auto& timepoint = assessment.timepoints[t];
    frame_.subject = visible_text(assessment.patient);
    frame_.reader = visible_text(source.reader);
    frame_.lesion = visible_text(lesion_.lesion.id.text());
    if (const auto uid = source.tracking_uids.find(lesion_.lesion.id); uid != source.tracking_uids.end()) frame_.tracking_uid = uid->second;
    frame_.role = name_of(lesion_.lesion.role);
    frame_.organ = visible_text(lesion_.lesion.organ);
    frame_.nodal = lesion_.lesion.nodal ? "yes" : "no";
    frame_.timepoint_number = static_cast<int>(t);
    frame_.timepoint = visible_text(timepoint.label.text());
    frame_.date = visible_text(timepoint.date);
    frame_.state = visible_text(lesion_.state);
    frame_.reason = visible_text(lesion_.reason);
    frame_.case_sha256 = visible_text(case_digest_of(source));
    frame_.assessment_sha256 = source.assessment_sha256;
    frame_.software_version = visible_text(assessment.software_version);
  }

  MeasurementRow start(std::string measurement) const
  {
    auto row = frame_;
    row.measurement = std::move(measurement);
    row.method = visible_text(lesion_.evidence.source);
    row.series_instance_uid = visible_text(lesion_.evidence.series.text());
    row.frame_of_reference_uid = visible_text(lesion_.evidence.frame_of_reference.text());
    row.mask_sha256 = visible_text(lesion_.evidence.mask_digest);
    return row;
  }

  MeasurementRow& add(std::string measurement, double value, std::string unit)
  {
    auto& row = rows_.emplace_back(start(std::move(measurement)));
    row.value = finite(value);
    row.unit = std::move(unit);
    return row;
  }

  void add_caliper(const char* measurement, const std::optional<measure::Caliper>& caliper)
  {
    if (!caliper) return;
    auto& row = add(measurement, caliper->length.value(), "mm");
    if (!caliper->series.empty()) row.series_instance_uid = visible_text(caliper->series.text());
    row.sop_instance_uid = visible_text(caliper->sop_instance.text());
    if (caliper->slice) row.slice = *caliper->slice;
    row.from_left = finite(caliper->from.left), row.from_posterior = finite(caliper->from.posterior),
    row.from_superior = finite(caliper->from.superior);
    row.to_left = finite(caliper->to.left), row.to_posterior = finite(caliper->to.posterior),
    row.to_superior = finite(caliper->to.superior);
  }

  void add_calipers()
  {
    add_caliper("longest_diameter", lesion_.longest_diameter);
    if (lesion_.longest_diameter) rows_.back().uncertainty = finite(lesion_.diameter_uncertainty);
    add_caliper("short_axis", lesion_.short_axis);
    add_caliper("longest_in_any_plane", lesion_.longest_in_any_plane);
    add_caliper("feret_3d", lesion_.feret_3d);
    add_caliper("longest_inside", lesion_.longest_inside);
  }

  void add_volumes()
  {
    if (lesion_.volume)
    {
      auto& row = add("volume", lesion_.volume->value(), "mL");
      if (lesion_.volume_uncertainty) row.uncertainty = finite(lesion_.volume_uncertainty->value());
    }
    for (const auto& [name, estimate] : lesion_.volume_estimates) add("volume_by_" + visible_text(name), estimate.value(), "mL");
  }

  void add_band(std::string measurement, const std::optional<measure::Banded>& band, const char* unit)
  {
    if (!band) return;
    auto& row = add(std::move(measurement), band->value, unit);
    row.low = finite(band->low);
    row.high = finite(band->high);
  }

  void add_tissue(const measure::TissueContent& tissue)
  {
    add_caliper("viable_diameter", tissue.viable_diameter);
    add_band("necrotic_fraction", tissue.necrotic_fraction, "1");
    add_band("necrotic_volume", tissue.necrotic_volume_ml, "mL");
    add_band("viable_volume", tissue.viable_volume_ml, "mL");
    for (const auto& amount : tissue.tissues) add_amount(amount);
  }

  void add_amount(const measure::TissueAmount& amount)
  {
    const auto name = visible_text(amount.tissue);
    add_band("fraction_of_" + name, amount.fraction, "1");
    add_band("volume_of_" + name, amount.volume_ml, "mL");
    const auto add_if = [&](const std::string& what, const std::optional<double>& value, const char* unit)
    {
      if (value) add(what + name, *value, unit);
    };
    add_if("adc_mean_of_", amount.adc_mean, "1e-6 mm2/s");
    add_if("adc_median_of_", amount.adc_median, "1e-6 mm2/s");
    add_if("adc_10th_percentile_of_", amount.adc_10th_percentile, "1e-6 mm2/s");
    add_if("enhancement_of_", amount.enhancement, "1");
  }

  const LesionAssessment& lesion_;
  std::vector<MeasurementRow>& rows_;
  MeasurementRow frame_;
};

template <class Items, class Text> std::string joined(const Items& items, Text text_of)
{
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "; ") + visible_text(text_of(item));
  return text;
}

ResponseRow response_row(const TableSource& source, std::size_t t)
{
  const auto& assessment = *source.assessment;
  const auto& timepoint = assessment.timepoints[t];
  const auto& response = timepoint.response;
  ResponseRow row;
  row.subject = visible_text(assessment.patient);
  row.reader = visible_text(source.reader);
  row.timepoint_number = static_cast<int>(t);
  row.timepoint = visible_text(timepoint.label.text());
  row.date = visible_text(timepoint.date);
  row.criteria = visible_text(assessment.criteria);
  row.sum_of_diameters = finite(response.sum_of_diameters);
  row.baseline_sum = finite(response.baseline_sum);
  row.nadir_sum = finite(response.nadir_sum);
  row.change_from_baseline_percent = finite(response.change_from_baseline_percent);
  row.change_from_nadir_percent = finite(response.change_from_nadir_percent);
  row.change_from_nadir = finite(response.change_from_nadir);
  row.target_response = visible_text(response.target_response);
  row.non_target_response = visible_text(response.non_target_response);
  row.overall_response = visible_text(response.overall_response);
  row.new_lesions = joined(response.new_lesions, [](const LesionId& id) { return id.text(); });
  row.flags = joined(timepoint.flags, [](const measure::Flag& flag) { return flag.id; });
  row.case_sha256 = visible_text(case_digest_of(source));
  row.assessment_sha256 = source.assessment_sha256;
  row.software_version = visible_text(assessment.software_version);
  return row;
}
}  // namespace

std::string case_digest_of(const measure::Assessment& assessment)
{
  for (const auto& input : assessment.inputs)
    if (input.role == "case") return input.sha256;
  return "";
}

std::string case_digest_of(const TableSource& source)
{
  return source.record_sha256.empty() ? case_digest_of(*source.assessment) : source.record_sha256;
}

std::vector<MeasurementRow> measurement_rows(const std::vector<TableSource>& sources)
{
  std::vector<MeasurementRow> rows;
  for (const auto& source : sources)
    for (std::size_t t = 0; t < source.assessment->timepoints.size(); ++t)
      for (const auto& lesion : source.assessment->timepoints[t].lesions) LesionRows(source, t, lesion, rows).add_all();
  return rows;
}

std::vector<ResponseRow> response_rows(const std::vector<TableSource>& sources)
{
  std::vector<ResponseRow> rows;
  for (const auto& source : sources)
    for (std::size_t t = 0; t < source.assessment->timepoints.size(); ++t) rows.push_back(response_row(source, t));
  return rows;
}
}  // namespace nadir::report
