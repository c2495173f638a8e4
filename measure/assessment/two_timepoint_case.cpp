#include "measure/assessment/two_timepoint_case.h"

#include "segmentation/mask/read_mask.h"

namespace nadir::measure
{
namespace
{
std::string numbered(std::size_t n) { return (n < 10 ? "T0" : "T") + std::to_string(n); }

Result<Done> add_prompts(std::map<int, CaseLesion>& lesions, const TimepointLabel& label, const std::filesystem::path& mask)
{
  const auto found = segmentation::read_mask(mask);
  if (!found) return found.failure().in_context(mask.filename().string());
  for (const auto& lesion : *found) lesions[lesion.label].prompts.emplace(label, MaskPrompt{mask, lesion.label});
  return Done{};
}
}  // namespace

Result<Case> case_of(const TwoTimepoints& input)
{
  Case result;
  result.patient = "unnamed";
  result.timepoints = {{TimepointLabel{"baseline"}, input.baseline_folder}, {TimepointLabel{"follow-up"}, input.followup_folder}};
  std::map<int, CaseLesion> lesions;
  if (auto added = add_prompts(lesions, TimepointLabel{"baseline"}, input.baseline_mask); !added) return added.failure();
  if (auto added = add_prompts(lesions, TimepointLabel{"follow-up"}, input.followup_mask); !added) return added.failure();
  // One lesion a file is the same lesion whatever numbers the two files give it.
  if (lesions.size() == 2 && lesions.begin()->second.prompts.size() == 1 && lesions.rbegin()->second.prompts.size() == 1 &&
      lesions.begin()->second.prompts.begin()->first != lesions.rbegin()->second.prompts.begin()->first)
  {
    lesions.begin()->second.prompts.merge(lesions.rbegin()->second.prompts);
    lesions.erase(std::prev(lesions.end()));
  }
  for (auto& [label, lesion] : lesions)
  {
    lesion.lesion = {LesionId{numbered(result.lesions.size() + 1)}, LesionRole::Target, "not stated", false};
    result.lesions.push_back(lesion);
  }
  return result;
}
}  // namespace nadir::measure
