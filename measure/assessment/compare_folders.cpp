#include "measure/assessment/compare_folders.h"

#include <algorithm>
#include <utility>

#include "measure/assessment/measure_lesion.h"
#include "measure/assessment/series_pairing.h"
#include "measure/assessment/technique_comparison.h"
#include "measure/assessment/timepoint_images.h"
#include "measure/assessment/two_timepoint_case.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;

Result<TimepointImages> images_of(const std::string& label, const std::filesystem::path& folder, const imaging::Progress& progress)
{
  auto images = read_timepoint_images({TimepointLabel{label}, folder}, progress);
  if (!images) return images;
  const auto stacks = images->stacks();
  if (std::none_of(stacks.begin(), stacks.end(), [](const auto* stack) { return stack->geometry && stack->certificate.is_measurable(); }))
    return Failure{AssessmentError::FolderUnusable,
                   "the " + label +
                       " folder holds no series that can be measured (there is nothing to compare). Check it with nadir scan."};
  return images;
}

const ImageStack* stack_named(const TimepointImages& images, const std::string& id)
{
  for (const auto* stack : images.stacks())
    if (stack->id == id) return stack;
  return nullptr;
}

/// The first measurable series with a recognised contrast, else the first measurable one.
const ImageStack* main_stack(const TimepointImages& images)
{
  const ImageStack* best = nullptr;
  for (const auto* stack : images.stacks())
  {
    if (!stack->geometry || !stack->certificate.is_measurable()) continue;
    const bool is_known = stack->sequence.type != imaging::SequenceType::Other && stack->sequence.type != imaging::SequenceType::Localizer;
    if (is_known) return stack;
    if (!best) best = stack;
  }
  return best;
}

struct StackPair
{
  const ImageStack* baseline = nullptr;
  const ImageStack* followup = nullptr;
};

/// The first two series of one sequence, whatever their planes; without any, the main one of each.
StackPair closest_pair(const TimepointImages& baseline, const TimepointImages& followup)
{
  const auto is_usable = [](const ImageStack* stack)
  {
    return stack->geometry && stack->certificate.is_measurable() && stack->sequence.type != imaging::SequenceType::Other &&
           stack->sequence.type != imaging::SequenceType::Localizer;
  };
  for (const auto* before : baseline.stacks())
    for (const auto* after : followup.stacks())
      if (is_usable(before) && is_usable(after) && before->sequence.type == after->sequence.type) return {before, after};
  return {main_stack(baseline), main_stack(followup)};
}

std::vector<ComparabilityReport> compare_series(const TimepointImages& baseline, const TimepointImages& followup)
{
  std::vector<ComparabilityReport> reports;
  for (const auto& pairing : pair_series(baseline, followup))
  {
    const auto* before = stack_named(baseline, pairing.baseline_stack);
    const auto* after = stack_named(followup, pairing.followup_stack);
    if (before && after) reports.push_back(compare_stacks(*before, *after));
  }
  if (!reports.empty()) return reports;
  const auto closest = closest_pair(baseline, followup);
  return {compare_stacks(*closest.baseline, *closest.followup)};
}

/// Lesions of the masks, in the order of `input`; a lesion that one mask lacks has no stack there.
Result<std::vector<MeasuredLesion>> measured_at(const Case& input, const TimepointImages& images)
{
  TimepointVolumes volumes(images);
  std::vector<MeasuredLesion> lesions;
  for (const auto& lesion : input.lesions)
  {
    const auto prompt = lesion.prompts.find(images.label);
    auto measured =
        measure_lesion(lesion.lesion, prompt == lesion.prompts.end() ? Prompt{StatePrompt{"NOT_DONE", ""}} : prompt->second, volumes);
    if (!measured) return measured.failure().in_context("lesion " + lesion.lesion.id.text());
    lesions.push_back(std::move(*measured));
  }
  return lesions;
}
}  // namespace

Result<FolderComparison> compare_folders(const FolderPair& folders, const imaging::Progress& progress)
{
  const auto baseline = images_of("baseline", folders.baseline, progress);
  if (!baseline) return baseline.failure();
  const auto followup = images_of("follow-up", folders.followup, progress);
  if (!followup) return followup.failure();
  auto questions = identity_questions({&*baseline, &*followup});
  if (folders.baseline_mask.empty()) return FolderComparison{compare_series(*baseline, *followup), std::move(questions)};
  const auto input = case_of({folders.baseline, folders.followup, folders.baseline_mask, folders.followup_mask});
  if (!input) return input.failure();
  const auto before = measured_at(*input, *baseline);
  if (!before) return before.failure();
  const auto after = measured_at(*input, *followup);
  if (!after) return after.failure();
  auto reports = TechniqueComparison().compare(*before, *after);
  if (reports.empty())
    return Failure{AssessmentError::MaskUnusable,
                   "no lesion lies on images of both examinations (there is nothing to compare). Check the masks."};
  for (const auto* lesions : {&*before, &*after})
    for (const auto& lesion : *lesions) questions.insert(questions.end(), lesion.questions.begin(), lesion.questions.end());
  return FolderComparison{std::move(reports), std::move(questions)};
}
}  // namespace nadir::measure
