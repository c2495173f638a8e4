#include "measure/assessment/assess_case.h"

#include <algorithm>

#include "imaging/dicom/loader_error.h"
#include "measure/assessment/describe_series.h"
#include "measure/assessment/identity_check.h"
#include "measure/assessment/input_digests.h"
#include "measure/assessment/key_image_windows.h"
#include "measure/assessment/lesion_site.h"
#include "measure/assessment/measure_lesions.h"
#include "measure/assessment/response_of.h"
#include "measure/assessment/series_pairing.h"
#include "measure/assessment/technique_comparison.h"
#include "measure/assessment/timepoint_images.h"
#include "measure/response/protocol_settings.h"

namespace nadir::measure
{
namespace
{
Result<std::vector<TimepointImages>> read_images(const Case& input, const imaging::Progress& progress)
{
  std::vector<TimepointImages> all;
  for (const auto& timepoint : input.timepoints)
  {
    auto images = read_timepoint_images(timepoint, progress);
    if (!images) return images.failure();
    all.push_back(std::move(*images));
  }
  return all;
}

/// A folder that was given and holds no image is more likely the wrong one than a wish.
std::vector<Question> empty_folder_questions(const Case& input, const std::vector<TimepointImages>& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 0; t < timepoints.size(); ++t)
    if (!input.timepoints[t].folder.empty() && timepoints[t].stacks().empty())
      questions.push_back({"no-images", "the folder of time point \"" + timepoints[t].label.text() +
                                            "\" holds no images that can be used, so neither patient nor geometry can be checked. Go on without images?"});
  return questions;
}

Failure cancelled() { return {imaging::LoaderError::Cancelled, "cancelled; nothing was written"}; }

/// A mask that misses the voxels of its own images and meets those of another examination belongs there.
std::vector<Question> swapped_mask_questions(const std::vector<MeasuredLesions>& all, const std::vector<TimepointImages>& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 0; t < all.size(); ++t)
    for (const auto& lesion : all[t])
      for (std::size_t other = 0; other < timepoints.size(); ++other)
        if (other != t && lesion.off_grid && lies_on_lattice_of(*lesion.off_grid, timepoints[other].stacks()))
          questions.push_back({"mask-images", "the mask of lesion " + lesion.assessment.lesion.id.text() + " at \"" + timepoints[t].label.text() + "\" has the voxels of the images at \"" +
                                                  timepoints[other].label.text() + "\", not of its own. Are the masks swapped?"});
  return questions;
}

std::vector<Question> measured_series_questions(const std::vector<MeasuredLesions>& all)
{
  std::vector<Question> questions;
  for (std::size_t t = 1; t < all.size(); ++t)
    for (std::size_t l = 0; l < all[t].size(); ++l)
    {
      const auto* baseline = all.front()[l].stack;
      const auto* followup = all[t][l].stack;
      if (!baseline || !followup) continue;
      const auto found = site_questions(*baseline, *followup, all[t][l].assessment.lesion.id.text());
      questions.insert(questions.end(), found.begin(), found.end());
    }
  return questions;
}

std::vector<Question> lesion_questions(const std::vector<MeasuredLesions>& all, const std::vector<TimepointImages>& timepoints)
{
  auto questions = swapped_mask_questions(all, timepoints);
  for (const auto& lesions : all)
    for (const auto& lesion : lesions) questions.insert(questions.end(), lesion.questions.begin(), lesion.questions.end());
  const auto sides = measured_series_questions(all);
  questions.insert(questions.end(), sides.begin(), sides.end());
  return questions;
}

/// One list of reports a time point; that of baseline is empty.
std::vector<std::vector<ComparabilityReport>> compare_examinations_of(const std::vector<MeasuredLesions>& all)
{
  TechniqueComparison comparison;
  std::vector<std::vector<ComparabilityReport>> reports(all.size());
  for (std::size_t t = 1; t < all.size(); ++t) reports[t] = comparison.compare(all.front(), all[t]);
  return reports;
}

std::vector<Question> technique_questions(const std::vector<std::vector<ComparabilityReport>>& reports, const std::vector<TimepointImages>& timepoints)
{
  std::vector<Question> questions;
  for (std::size_t t = 1; t < reports.size(); ++t)
  {
    const auto found = comparability_questions(reports[t], timepoints[t].label);
    questions.insert(questions.end(), found.begin(), found.end());
  }
  return questions;
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
      row.push_back(lesion.stack ? SliceGeometry{lesion.stack->certificate.slice_thickness, lesion.stack->certificate.slice_spacing} : SliceGeometry{});
  }
  return geometries;
}

TimepointAssessment described(const TimepointImages& images, const MeasuredLesions& lesions)
{
  TimepointAssessment timepoint;
  timepoint.label = images.label;
  timepoint.date = images.date;
  timepoint.warnings = images.warnings;
  for (const auto* stack : images.stacks()) timepoint.series.push_back(describe_series(*stack));
  for (const auto& lesion : lesions) timepoint.lesions.push_back(lesion.assessment);
  return timepoint;
}

bool same_study(const TimepointImages& a, const TimepointImages& b)
{
  return std::any_of(a.scan.studies.begin(), a.scan.studies.end(), [&](const auto& study) {
    return std::any_of(b.scan.studies.begin(), b.scan.studies.end(), [&](const auto& other) { return other.uid == study.uid; });
  });
}

std::vector<std::string> case_warnings(const std::vector<TimepointImages>& timepoints, const std::vector<Question>& questions)
{
  std::vector<std::string> warnings;
  for (const auto& question : questions) warnings.push_back("confirmed by a person: " + question.text);
  for (std::size_t t = 1; t < timepoints.size(); ++t)
    if (same_study(timepoints[t - 1], timepoints[t]))
      warnings.push_back("the time points \"" + timepoints[t - 1].label.text() + "\" and \"" + timepoints[t].label.text() + "\" hold the same study");
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    const auto& before = timepoints.front().identity.name;
    const auto& after = timepoints[t].identity.name;
    if (!before.empty() && !after.empty() && before != after)
      warnings.push_back("the time points \"" + timepoints.front().label.text() + "\" and \"" + timepoints[t].label.text() + "\" give different patient names");
  }
  return warnings;
}

std::vector<SeriesPairing> all_pairings(const std::vector<TimepointImages>& timepoints)
{
  std::vector<SeriesPairing> pairings;
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    const auto found = pair_series(timepoints.front(), timepoints[t]);
    pairings.insert(pairings.end(), found.begin(), found.end());
  }
  return pairings;
}

ResponseLimits limits_of(const Protocol& protocol)
{
  return {protocol.target.partial_response_decrease_permille / 10.0, protocol.target.progression_increase_permille / 10.0,
          protocol.target.progression_minimum_increase.millimeters(), protocol.length_quantum.millimeters()};
}
}  // namespace

Result<Assessment> assess_case(const Case& input, const imaging::Progress& progress)
{
  const auto images = read_images(input, progress);
  if (!images) return images.failure();
  auto questions = identity_questions(*images);
  const auto without_images = empty_folder_questions(input, *images);
  questions.insert(questions.end(), without_images.begin(), without_images.end());
  if (const auto answered = require_answers(questions, input.confirmed); !answered) return answered.failure();
  auto lesions = measure_lesions(input, *images, progress);
  if (!lesions) return lesions.failure();
  auto of_lesions = lesion_questions(*lesions, *images);
  auto comparability = compare_examinations_of(*lesions);
  const auto of_technique = technique_questions(comparability, *images);
  of_lesions.insert(of_lesions.end(), of_technique.begin(), of_technique.end());
  if (const auto answered = require_answers(of_lesions, input.confirmed); !answered) return answered.failure();
  questions.insert(questions.end(), of_lesions.begin(), of_lesions.end());
  compare_techniques(*lesions);
  share_windows(*lesions);

  Assessment assessment;
  assessment.patient = input.patient;
  assessment.warnings = case_warnings(*images, questions);
  assessment.protocol_differences = differences_from_default(input.protocol);
  assessment.limits = limits_of(input.protocol);
  assessment.pairings = all_pairings(*images);
  assessment.inputs = input_digests(input, *images);
  for (std::size_t t = 0; t < images->size(); ++t) assessment.timepoints.push_back(described((*images)[t], (*lesions)[t]));
  add_comparability(std::move(comparability), assessment.timepoints);
  if (const auto added = add_responses(input, slice_geometries(*lesions), assessment.timepoints); !added) return added.failure();
  if (progress && !progress(1, 1)) return cancelled();
  return assessment;
}
}  // namespace nadir::measure
