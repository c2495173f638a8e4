#include "measure/assessment/measure_lesions.h"

#include <map>
#include <optional>

#include "imaging/dicom/loader_error.h"
#include "measure/assessment/lesion_propagation.h"
#include "measure/assessment/measure_lesion.h"
#include "measure/assessment/tissue_of.h"

namespace nadir::measure
{
namespace
{
/// Measures time point after time point; what is known of the earlier ones helps with the later ones.
class CaseMeasurement
{
public:
  CaseMeasurement(const Case& input, const std::vector<TimepointImages>& timepoints) : input_(input), timepoints_(timepoints)
  {
    volumes_.reserve(timepoints.size());
    for (const auto& images : timepoints) volumes_.emplace_back(images);
    measured_.reserve(timepoints.size());
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
    propagations_.clear();
    for (std::size_t l = 0; l < input_.lesions.size(); ++l)
    {
      if (progress && !progress(t * input_.lesions.size() + l, timepoints_.size() * input_.lesions.size()))
        return Failure{imaging::LoaderError::Cancelled, "cancelled; nothing was written"};
      auto result = measured(l, t);
      if (!result) return result.failure();
      add_tissue(*result, volumes_[t]);
      lesions.push_back(std::move(*result));
    }
    measured_.push_back(std::move(lesions));
    return Done{};
  }

  Result<MeasuredLesion> measured(std::size_t l, std::size_t t)
  {
    const auto& lesion = input_.lesions[l];
    const auto& label = timepoints_[t].label;
    const auto prompt = lesion.prompts.find(label);
    if (prompt == lesion.prompts.end()) return unmarked(l, t);
    auto result = measure_lesion(lesion.lesion, prompt->second, volumes_[t]);
    return result ? result : Result<MeasuredLesion>(result.failure().in_context("lesion " + lesion.lesion.id.text() + " at \"" + label.text() + "\""));
  }

  Result<MeasuredLesion> unmarked(std::size_t l, std::size_t t)
  {
    const auto& lesion = input_.lesions[l].lesion;
    const auto earlier = lesion.role == LesionRole::New || timepoints_[t].stacks().empty() ? std::nullopt : last_with_voxels(l);
    if (!earlier) return measure_lesion(lesion, StatePrompt{"NOT_DONE", ""}, volumes_[t]);
    const auto propagation = propagations_.try_emplace(*earlier, volumes_[*earlier], measured_[*earlier], volumes_[t]).first;
    return propagation->second.carried(measured_[*earlier][l]);
  }

  /// The last time point before this one where the lesion's voxels are known. Where it was seen without voxels since, or is gone, there is none.
  std::optional<std::size_t> last_with_voxels(std::size_t l) const
  {
    for (std::size_t t = measured_.size(); t-- > 0;)
    {
      const auto& lesion = measured_[t][l];
      if (lesion.mask && lesion.stack && !lesion.mask->is_empty()) return t;
      if (lesion.assessment.state != "NOT_DONE") return std::nullopt;
    }
    return std::nullopt;
  }

  /// Why tissues could not be told is a warning: the sizes do not depend on it.
  static void add_tissue(MeasuredLesion& lesion, TimepointVolumes& volumes)
  {
    if (!lesion.mask || !lesion.stack || lesion.mask->is_empty()) return;
    auto tissue = tissue_of(*lesion.mask, *lesion.stack, volumes);
    if (tissue)
      lesion.assessment.tissue = std::move(*tissue);
    else
      lesion.assessment.warnings.push_back("living and dead tissue could not be told apart: " + tissue.failure().message());
  }

  const Case& input_;
  const std::vector<TimepointImages>& timepoints_;
  std::vector<TimepointVolumes> volumes_;
  std::vector<MeasuredLesions> measured_;
  std::map<std::size_t, LesionPropagation> propagations_;   ///< to the time point at hand, by the earlier one
};
}  // namespace

Result<std::vector<MeasuredLesions>> measure_lesions(const Case& input, const std::vector<TimepointImages>& timepoints, const imaging::Progress& progress)
{
  return CaseMeasurement(input, timepoints).run(progress);
}
}  // namespace nadir::measure
