#include "measure/assessment/case_assessor.h"

#include "imaging/dicom/loader_error.h"
#include "measure/assessment/case_questions.h"
#include "measure/assessment/case_warnings.h"
#include "measure/assessment/describe_series.h"
#include "measure/assessment/input_digests.h"
#include "measure/assessment/key_image_of.h"
#include "measure/assessment/key_image_windows.h"
#include "measure/assessment/response_of.h"
#include "measure/assessment/series_pairing.h"
#include "measure/response/protocol_settings.h"

namespace nadir::measure
{
namespace
{
Failure cancelled() { return {imaging::LoaderError::Cancelled, "cancelled; nothing was written"}; }

/// One list of reports a time point; that of baseline is empty.
std::vector<std::vector<ComparabilityReport>> compare_examinations_of(const std::vector<MeasuredLesions>& all,
                                                                      TechniqueComparison& comparison)
{
  std::vector<std::vector<ComparabilityReport>> reports(all.size());
  for (std::size_t t = 1; t < all.size(); ++t) reports[t] = comparison.compare(all.front(), all[t]);
  return reports;
}

void add_comparability(std::vector<std::vector<ComparabilityReport>> reports, std::vector<TimepointAssessment>& timepoints)
{
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    for (const auto& report : reports[t])
    {
      const auto words = comparability_words(report);
      timepoints[t].warnings.insert(timepoints[t].warnings.end(), words.begin(), words.end());
    }
    timepoints[t].comparability = std::move(reports[t]);
  }
}

void compare_techniques(std::vector<MeasuredLesions>& all)
{
  for (std::size_t t = 1; t < all.size(); ++t)
    for (std::size_t l = 0; l < all[t].size(); ++l)
    {
      const auto* baseline = all.front()[l].stack;
      const auto* followup = all[t][l].stack;
      if (!baseline || !followup) continue;
      const auto warnings = comparability_warnings(*baseline, *followup);
      auto& list = all[t][l].assessment.warnings;
      list.insert(list.end(), warnings.begin(), warnings.end());
    }
}

SliceGeometries slice_geometries(const std::vector<MeasuredLesions>& all)
{
  SliceGeometries geometries;
  for (const auto& lesions : all)
  {
    auto& row = geometries.emplace_back();
    for (const auto& lesion : lesions)
      row.push_back(lesion.stack ? SliceGeometry{lesion.stack->certificate.slice_thickness, lesion.stack->certificate.slice_spacing}
                                 : SliceGeometry{});
  }
  return geometries;
}

std::vector<SeriesPairing> all_pairings(const Timepoints& timepoints)
{
  std::vector<SeriesPairing> pairings;
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    const auto found = pair_series(timepoints.front()->images(), timepoints[t]->images());
    pairings.insert(pairings.end(), found.begin(), found.end());
  }
  return pairings;
}

std::vector<const TimepointImages*> images_of(const Timepoints& timepoints)
{
  std::vector<const TimepointImages*> images;
  for (const auto& timepoint : timepoints) images.push_back(&timepoint->images());
  return images;
}

std::vector<SeriesAssessment> described_series(const TimepointImages& images)
{
  std::vector<SeriesAssessment> series;
  for (const auto* stack : images.stacks()) series.push_back(describe_series(*stack));
  return series;
}

/// The pixels that are open, wherever they belong.
TechniqueComparison::Pixels pixels_of(const Timepoints& timepoints)
{
  return [timepoints](const imaging::ImageStack& stack) -> std::shared_ptr<const imaging::Volume>
  {
    for (const auto& timepoint : timepoints)
      for (const auto* known : timepoint->images().stacks())
        if (known == &stack)
        {
          const auto volume = timepoint->volumes().of(stack);
          return volume ? *volume : nullptr;
        }
    return nullptr;
  };
}

void draw_key_images(std::vector<MeasuredLesions>& all, const Timepoints& timepoints)
{
  for (std::size_t t = 0; t < all.size(); ++t)
    for (auto& lesion : all[t]) lesion.assessment.key_image = key_image_of(lesion, timepoints[t]->volumes());
  share_windows(all);
}

/// The first time point whose response rests on a lesion at another one: a nadir lasts, and a new lesion may date back (rule NL2).
std::size_t first_touched(const std::vector<TimepointAssessment>& timepoints, const UnmeasuredLesion& unmeasured)
{
  if (unmeasured.lesion.role == LesionRole::New) return 1;
  std::size_t t = 0;
  while (t < timepoints.size() && timepoints[t].label != unmeasured.timepoint) ++t;
  return t;
}

ResponseLimits limits_of(const Protocol& protocol)
{
  return {protocol.target.partial_response_decrease_permille / 10.0, protocol.target.progression_increase_permille / 10.0,
          protocol.target.progression_minimum_increase.millimeters(), protocol.length_quantum.millimeters()};
}
}  // namespace

CaseAssessor::CaseAssessor(std::vector<std::shared_ptr<OpenTimepoint>> timepoints)
    : timepoints_(std::move(timepoints)), measurement_(timepoints_), techniques_(pixels_of(timepoints_)),
      of_images_(identity_questions(images_of(timepoints_))), pairings_(all_pairings(timepoints_)),
      case_warnings_(case_warnings(images_of(timepoints_)))
{
  for (const auto& timepoint : timepoints_) series_.push_back(described_series(timepoint->images()));
}

Result<Done> CaseAssessor::ask(std::vector<Question> found, const Case& input)
{
  const auto answered = require_answers(found, input.confirmed);
  questions_.insert(questions_.end(), found.begin(), found.end());
  return answered;
}

Result<std::vector<MeasuredLesions>> CaseAssessor::measure(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress)
{
  const bool live = thoroughness == Thoroughness::Live;
  return measurement_.measure(input, live ? MeasureConfig{Unmarked::LeftOpen, Tissues::IfKnown, Unmeasurable::SetAside} : MeasureConfig{},
                              progress);
}

Assessment CaseAssessor::described(const Case& input, const std::vector<MeasuredLesions>& lesions) const
{
  Assessment assessment;
  assessment.patient = input.patient;
  for (const auto& question : questions_) assessment.warnings.push_back("confirmed by a person: " + question.text);
  assessment.warnings.insert(assessment.warnings.end(), case_warnings_.begin(), case_warnings_.end());
  assessment.protocol_differences = differences_from_default(input.protocol);
  assessment.limits = limits_of(input.protocol);
  assessment.pairings = pairings_;
  for (std::size_t t = 0; t < timepoints_.size(); ++t)
  {
    const auto& images = timepoints_[t]->images();
    auto& timepoint = assessment.timepoints.emplace_back();
    timepoint.label = images.label;
    timepoint.date = images.date;
    timepoint.warnings = images.warnings;
    timepoint.series = series_[t];
    for (const auto& lesion : lesions[t]) timepoint.lesions.push_back(lesion.assessment);
    if (auto words = not_looked_for_words(timepoint)) timepoint.warnings.push_back(std::move(*words));
  }
  return assessment;
}

/// While a reader works, what cannot be told does not take away what can.
Result<Done> CaseAssessor::respond(const Case& input, const std::vector<MeasuredLesions>& lesions, Thoroughness thoroughness,
                                   Assessment& assessment) const
{
  const auto added = add_responses(input, slice_geometries(lesions), assessment.timepoints);
  if (!added && thoroughness == Thoroughness::Complete) return added;
  if (!added) withhold_responses(assessment.timepoints, 0, added.failure().message());
  for (const auto& lesion : unmeasured())
    withhold_responses(assessment.timepoints, first_touched(assessment.timepoints, lesion), lesion.why);
  return Done{};
}

Result<Assessment> CaseAssessor::assess(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress)
{
  auto assessed = assess_with_voxels(input, thoroughness, progress);
  if (!assessed) return assessed.failure();
  return std::move(assessed->assessment);
}

Result<AssessedCase> CaseAssessor::assess_with_voxels(const Case& input, Thoroughness thoroughness, const imaging::Progress& progress)
{
  NADIR_EXPECTS(input.timepoints.size() == timepoints_.size());
  questions_.clear();
  auto of_images = of_images_;
  const auto without_images = empty_folder_questions(input, timepoints_);
  of_images.insert(of_images.end(), without_images.begin(), without_images.end());
  if (const auto answered = ask(std::move(of_images), input); !answered) return answered.failure();
  auto lesions = measure(input, thoroughness, progress);
  if (!lesions) return lesions.failure();
  auto comparability = compare_examinations_of(*lesions, techniques_);
  auto of_lesions = lesion_questions(*lesions, timepoints_);
  const auto of_technique = technique_questions(comparability, timepoints_);
  of_lesions.insert(of_lesions.end(), of_technique.begin(), of_technique.end());
  if (const auto answered = ask(std::move(of_lesions), input); !answered) return answered.failure();
  compare_techniques(*lesions);
  if (thoroughness == Thoroughness::Complete) draw_key_images(*lesions, timepoints_);

  auto assessment = described(input, *lesions);
  if (thoroughness == Thoroughness::Complete) assessment.inputs = input_digests(input, timepoints_);
  add_comparability(std::move(comparability), assessment.timepoints);
  if (const auto done = respond(input, *lesions, thoroughness, assessment); !done) return done.failure();
  if (progress && !progress(1, 1)) return cancelled();
  return AssessedCase{std::move(assessment), timepoints_, std::move(*lesions)};
}
}  // namespace nadir::measure
