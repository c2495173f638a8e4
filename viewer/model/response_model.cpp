#include "viewer/model/response_model.h"

#include <algorithm>
#include <functional>

#include "imaging/result/expects.h"
#include "measure/assessment/response_of.h"

namespace nadir::viewer
{
namespace
{
using measure::Assessment;
using measure::LesionAssessment;
using measure::TimepointAssessment;

std::vector<std::pair<QString, QString>> texts_of_pairs(const std::vector<std::pair<std::string, std::string>>& pairs)
{
  std::vector<std::pair<QString, QString>> texts;
  for (const auto& [name, value] : pairs) texts.emplace_back(text_of(name), text_of(value));
  return texts;
}

bool is_margin(const measure::Finding& finding) { return finding.rule == "N5" && finding.clause == "distance to the next category"; }

FindingWords words_of(const measure::Finding& finding)
{
  return {text_of(finding.rule), text_of(finding.clause), text_of(finding.outcome), text_of(finding.explanation),
          texts_of_pairs(finding.inputs)};
}

FlagWords words_of(const measure::Flag& flag)
{
  return {text_of(flag.id),
          text_of(flag.level),
          text_of(flag.explanation),
          texts_of_pairs(flag.numbers),
          texts_of(flag.literature_for),
          texts_of(flag.literature_against)};
}

std::optional<double> millimeters(const std::optional<Millimeters>& length)
{
  return length ? std::optional(length->value()) : std::nullopt;
}

using VolumeOf = std::function<std::optional<double>(const LesionAssessment&)>;

bool is_gone(const LesionAssessment& lesion) { return lesion.state == "ABSENT" || lesion.state == "NONE"; }

/// Of all targets together. A target that is gone has none left; one without a volume leaves the total unknown.
std::optional<double> total_of(const TimepointAssessment& timepoint, const VolumeOf& volume_of)
{
  std::optional<double> total;
  for (const auto& lesion : timepoint.lesions)
  {
    if (lesion.lesion.role != measure::LesionRole::Target) continue;
    const auto volume = is_gone(lesion) ? std::optional(0.0) : volume_of(lesion);
    if (!volume) return std::nullopt;
    total = total.value_or(0.0) + *volume;
  }
  return total;
}

std::optional<double> volume_of(const LesionAssessment& lesion)
{
  return lesion.volume ? std::optional(lesion.volume->value()) : std::nullopt;
}

std::optional<double> viable_volume_of(const LesionAssessment& lesion)
{
  return lesion.tissue && lesion.tissue->viable_volume_ml ? std::optional(lesion.tissue->viable_volume_ml->value) : std::nullopt;
}

std::optional<double> change_percent(const std::optional<double>& from, const std::optional<double>& to)
{
  if (!from || !to || *from <= 0.0) return std::nullopt;
  return 100.0 * (*to - *from) / *from;
}

void take_volumes(ResponseWords& words, const TimepointAssessment& timepoint, const TimepointAssessment& baseline)
{
  words.volume_ml = total_of(timepoint, volume_of);
  words.viable_volume_ml = total_of(timepoint, viable_volume_of);
  if (&timepoint == &baseline) return;
  words.volume_change_percent = change_percent(total_of(baseline, volume_of), words.volume_ml);
  words.viable_volume_change_percent = change_percent(total_of(baseline, viable_volume_of), words.viable_volume_ml);
}

void take_sums(ResponseWords& words, const measure::ResponseAssessment& response)
{
  words.sum_mm = millimeters(response.sum_of_diameters);
  words.baseline_sum_mm = millimeters(response.baseline_sum);
  words.nadir_sum_mm = millimeters(response.nadir_sum);
  words.change_from_baseline_percent = response.change_from_baseline_percent;
  words.change_from_nadir_percent = response.change_from_nadir_percent;
  words.change_from_nadir_mm = millimeters(response.change_from_nadir);
  words.target_response = text_of(response.target_response);
  words.non_target_response = text_of(response.non_target_response);
  words.overall_response = text_of(response.overall_response);
}

bool is_unread(const TimepointAssessment& timepoint)
{
  return !timepoint.lesions.empty() &&
         std::ranges::all_of(timepoint.lesions, [](const LesionAssessment& lesion) { return lesion.state == "NOT_DONE"; });
}

void take_findings(ResponseWords& words, const TimepointAssessment& timepoint)
{
  for (const auto& finding : timepoint.response.findings)
  {
    words.is_withheld = words.is_withheld || finding.rule == measure::withheld_rule;
    if (is_margin(finding)) words.margins.push_back({text_of(finding.outcome), text_of(finding.explanation)});
    else words.findings.push_back(words_of(finding));
  }
  for (const auto& flag : timepoint.flags) words.flags.push_back(words_of(flag));
  words.warnings = texts_of(timepoint.warnings);
}

ResponseWords words_of(const TimepointAssessment& timepoint, const TimepointAssessment& baseline)
{
  ResponseWords words;
  words.timepoint = text_of(timepoint.label.text());
  words.date = text_of(timepoint.date);
  take_sums(words, timepoint.response);
  take_volumes(words, timepoint, baseline);
  take_findings(words, timepoint);
  words.is_unread = is_unread(timepoint);
  return words;
}

/// A complete sum is information; an incomplete one is a warning.
bool is_information(const measure::Finding& finding)
{
  return finding.outcome == "measurable" || finding.outcome == "not asked" || (finding.rule == "B13" && finding.outcome.ends_with(" mm"));
}

/// Rules B1 to B15 speak of what was chosen at baseline.
QStringList conformance_of(const TimepointAssessment& baseline)
{
  QStringList warnings;
  for (const auto& finding : baseline.response.findings)
    if (finding.rule.starts_with("B") && !is_information(finding))
      warnings.append(text_of(finding.explanation + " (" + finding.outcome + ", rule " + finding.rule + ")"));
  return warnings;
}
}  // namespace

ResponseModel::ResponseModel(const AssessmentModel& assessment, QObject* parent) : QObject(parent), assessment_(assessment)
{
  connect(&assessment, &AssessmentModel::updated, this, &ResponseModel::rebuild);
}

void ResponseModel::rebuild()
{
  timepoints_.clear();
  conformance_.clear();
  protocol_.clear();
  if (const auto shown = assessment_.shown(); shown && !shown->timepoints.empty())
  {
    for (const auto& timepoint : shown->timepoints) timepoints_.push_back(words_of(timepoint, shown->timepoints.front()));
    conformance_ = conformance_of(shown->timepoints.front());
    protocol_ = texts_of(shown->protocol_differences);
  }
  emit updated();
}

std::optional<measure::ResponseLimits> ResponseModel::limits() const
{
  const auto shown = assessment_.shown();
  return shown ? std::optional(shown->limits) : std::nullopt;
}

const ResponseWords& ResponseModel::at(int timepoint) const
{
  NADIR_EXPECTS(timepoint >= 0 && timepoint < count());
  return timepoints_[static_cast<std::size_t>(timepoint)];
}
}  // namespace nadir::viewer
