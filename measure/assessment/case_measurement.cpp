#include "measure/assessment/case_measurement.h"

#include <optional>

#include "imaging/dicom/loader_error.h"
#include "measure/assessment/liquefied.h"
#include "measure/assessment/measure_lesion.h"
#include "measure/assessment/measure_masked_lesion.h"
#include "measure/assessment/prompt_key.h"
#include "measure/assessment/split_lesion.h"
#include "measure/assessment/tissue_content_of.h"

namespace nadir::measure
{
namespace
{
/// Why tissues could not be told is a warning: the sizes do not depend on it.
void add_tissue(MeasuredLesion& lesion, const TissueOutcome& outcome)
{
  if (!outcome) lesion.assessment.warnings.push_back("living and dead tissue could not be told apart: " + outcome.failure().message());
  else if (*outcome)
  {
    lesion.assessment.tissue = (*outcome)->content;
    if (const auto& threshold = lesion.assessment.tissue->threshold_by_reader) lesion.assessment.warnings.push_back(in_words(*threshold));
    lesion.tissue = (*outcome)->map;
    lesion.t2 = (*outcome)->t2;
  }
}

const Prompt* prompt_at(const CaseLesion& lesion, const TimepointLabel& label)
{
  const auto prompt = lesion.prompts.find(label);
  return prompt == lesion.prompts.end() ? nullptr : &prompt->second;
}
}  // namespace

bool CaseMeasurement::Kept::is_to_be_told() const { return has_voxels(lesion) && !tissue; }

TissueTask CaseMeasurement::Kept::task(const Place& place, const std::shared_ptr<OpenTimepoint>& opened) const
{
  return {place.first, place.second, made_from + key_of(threshold), opened, lesion.stack, *lesion.mask, threshold};
}

MeasuredLesion CaseMeasurement::Kept::with_tissue() const
{
  auto told = lesion;
  if (tissue) add_tissue(told, *tissue);
  return told;
}

/// Goes through the time points once; what is known of the earlier ones helps with the later ones.
class CaseMeasurement::Pass
{
public:
  Pass(const Case& input, CaseMeasurement& all, const MeasureConfig& config)
      : input_(input), config_(config), timepoints_(all.timepoints_), kept_(all.kept_), unmeasured_(all.unmeasured_)
  {
    unmeasured_.clear();
    measured_.reserve(timepoints_.size());
  }

  Result<std::vector<MeasuredLesions>> run(const imaging::Progress& progress)
  {
    for (std::size_t t = 0; t < timepoints_.size(); ++t)
      if (const auto done = measure_timepoint(t, progress); !done) return done.failure();
    return std::move(measured_);
  }

private:
  Result<Done> measure_timepoint(std::size_t t, const imaging::Progress& progress)
  {
    MeasuredLesions lesions;
    std::vector<std::string> voxels;
    propagations_.clear();
    for (std::size_t l = 0; l < input_.lesions.size(); ++l)
    {
      if (progress && !progress(t * input_.lesions.size() + l, timepoints_.size() * input_.lesions.size()))
        return Failure{imaging::LoaderError::Cancelled, "cancelled; nothing was written"};
      auto result = measured(l, t);
      if (!result) return result.failure();
      for (std::size_t earlier = 0; earlier < t; ++earlier) tell_liquefied(*result, measured_[earlier][l]);
      lesions.push_back(std::move(*result));
      voxels.push_back(lesions.back().mask ? made_from_ : std::string());
    }
    measured_.push_back(std::move(lesions));
    voxels_.push_back(std::move(voxels));
    return Done{};
  }

  Result<MeasuredLesion> measured(std::size_t l, std::size_t t)
  {
    const auto& lesion = input_.lesions[l];
    const auto* prompt = prompt_at(lesion, label(t));
    if (!prompt) return config_.unmarked == Unmarked::LookedFor ? looked_for(l, t) : not_done(l, t);
    auto result = from_prompt(lesion.lesion, *prompt, t);
    if (result)
    {
      if (const auto before = last_with_voxels(l)) warn_of_split(*result, measured_[*before][l]);
      return result;
    }
    const auto failure = result.failure().in_context("lesion " + lesion.lesion.id.text() + " at \"" + label(t).text() + "\"");
    const bool is_set_aside = config_.unmeasurable == Unmeasurable::SetAside && !failure.is(imaging::LoaderError::Cancelled);
    return is_set_aside ? set_aside(lesion.lesion, t, failure.message()) : Result<MeasuredLesion>(failure);
  }

  Result<MeasuredLesion> set_aside(const Lesion& lesion, std::size_t t, const std::string& why)
  {
    unmeasured_.push_back({lesion, label(t), why});
    made_from_.clear();
    return measure_lesion(lesion, StatePrompt{"NOT_DONE", "its marks cannot be measured"}, timepoints_[t]->volumes());
  }

  Result<MeasuredLesion> from_prompt(const Lesion& lesion, const Prompt& prompt, std::size_t t)
  {
    const auto* mask = std::get_if<MaskPrompt>(&prompt);
    auto result = kept_or(
        {lesion.id, label(t)}, t, {key_of(lesion) + key_of(prompt), mask ? mask->necrosis_threshold : std::nullopt},
        [&] { return mask ? measure_outline(lesion, *mask, images(t)) : measure_lesion(lesion, prompt, timepoints_[t]->volumes()); });
    return result && mask ? with_drawn_lengths(std::move(*result), *mask, images(t)) : result;
  }

  Result<MeasuredLesion> not_done(std::size_t l, std::size_t t)
  {
    made_from_.clear();
    return measure_lesion(input_.lesions[l].lesion, StatePrompt{"NOT_DONE", ""}, timepoints_[t]->volumes());
  }

  Result<MeasuredLesion> looked_for(std::size_t l, std::size_t t)
  {
    const auto& lesion = input_.lesions[l].lesion;
    const auto earlier = lesion.role == LesionRole::New || images(t).stacks().empty() ? std::nullopt : last_with_voxels(l);
    if (!earlier) return not_done(l, t);
    return kept_or({lesion.id, label(t)}, t, {carried_from(l, *earlier), std::nullopt},
                   [&]() -> Result<MeasuredLesion>
                   {
                     auto& before = timepoints_[*earlier]->volumes();
                     const auto propagation =
                         propagations_.try_emplace(*earlier, before, measured_[*earlier], timepoints_[t]->volumes()).first;
                     return propagation->second.carried(measured_[*earlier][l]);
                   });
  }

  /// The lesion, and all the voxels of its time point: those of the others bear on the registration.
  std::string carried_from(std::size_t l, std::size_t earlier) const
  {
    std::string key = "carried from " + std::to_string(earlier) + " " + key_of(input_.lesions[l].lesion);
    for (const auto& voxels : voxels_[earlier]) key += "(" + voxels + ")";
    return key;
  }

  /// The last time point before this one where the lesion's voxels are known. Where it was seen without voxels since, or is gone, there is
  /// none.
  std::optional<std::size_t> last_with_voxels(std::size_t l) const
  {
    for (std::size_t t = measured_.size(); t-- > 0;)
    {
      const auto& lesion = measured_[t][l];
      if (has_voxels(lesion)) return t;
      if (lesion.assessment.state != "NOT_DONE") return std::nullopt;
    }
    return std::nullopt;
  }

  /// What a lesion is measured from, and what its tissue is told by.
  struct Marks
  {
    std::string made_from;
    std::optional<StatedThreshold> threshold;
  };

  template <class Measure> Result<MeasuredLesion> kept_or(const Place& place, std::size_t t, const Marks& marks, const Measure& measure)
  {
    made_from_ = marks.made_from;
    auto& kept = kept_[place];
    if (kept.made_from != marks.made_from)
    {
      auto result = measure();
      if (!result) return result;
      kept = {marks.made_from, std::move(*result), marks.threshold, nullptr};
    }
    if (kept.threshold != marks.threshold) kept.threshold = marks.threshold, kept.tissue.reset();
    if (kept.is_to_be_told() && config_.tissues == Tissues::Told)
      kept.tissue = std::make_shared<const TissueOutcome>(tell_tissue(kept.task(place, timepoints_[t])));
    return kept.with_tissue();
  }

  const TimepointImages& images(std::size_t t) const { return timepoints_[t]->images(); }
  const TimepointLabel& label(std::size_t t) const { return images(t).label; }

  const Case& input_;
  const MeasureConfig& config_;
  const std::vector<std::shared_ptr<OpenTimepoint>>& timepoints_;
  std::map<Place, Kept>& kept_;
  std::vector<UnmeasuredLesion>& unmeasured_;
  std::vector<MeasuredLesions> measured_;
  std::vector<std::vector<std::string>> voxels_;           ///< what the lesions of each time point were made from
  std::string made_from_;                                  ///< the same of the lesion at hand
  std::map<std::size_t, LesionPropagation> propagations_;  ///< to the time point at hand, by the earlier one
};

Result<std::vector<MeasuredLesions>> CaseMeasurement::measure(const Case& input, const MeasureConfig& config,
                                                              const imaging::Progress& progress)
{
  return Pass(input, *this, config).run(progress);
}

std::vector<TissueTask> CaseMeasurement::tissues_to_tell() const
{
  std::vector<TissueTask> tasks;
  for (const auto& timepoint : timepoints_)
    for (const auto& [place, kept] : kept_)
      if (place.second == timepoint->images().label && !kept.made_from.empty() && kept.is_to_be_told())
        tasks.push_back(kept.task(place, timepoint));
  return tasks;
}

void CaseMeasurement::take_tissue(const TissueTask& task, const TissueOutcome& outcome)
{
  const auto found = kept_.find({task.lesion, task.timepoint});
  if (found == kept_.end() || !found->second.is_to_be_told() || found->second.task(found->first, task.opened).made_from != task.made_from)
    return;
  found->second.tissue = std::make_shared<const TissueOutcome>(outcome);
}
}  // namespace nadir::measure
