#include "measure/assessment/check_case.h"

#include <tuple>

#include "imaging/units/number_text.h"
#include "measure/assessment/line_distance.h"

namespace nadir::measure
{
namespace
{
Failure invalid(const std::string& problem) { return {AssessmentError::CaseInvalid, "/lesions: " + problem}; }

bool is_absent(const CaseLesion& lesion, const TimepointLabel& label)
{
  const auto prompt = lesion.prompts.find(label);
  if (prompt == lesion.prompts.end()) return false;
  const auto* state = std::get_if<StatePrompt>(&prompt->second);
  return state && state->state == "ABSENT";
}

Result<Done> check_baseline(const Case& input)
{
  for (const auto& lesion : input.lesions)
    if (lesion.lesion.role != LesionRole::New && is_absent(lesion, input.timepoints.front().label))
      return invalid(lesion.lesion.id.text() + " is a " + std::string(name_of(lesion.lesion.role)) +
                     " lesion that is absent at baseline. Give it the role \"new\" if it appeared later.");
  return Done{};
}

/// One shape must not count as two lesions.
Result<Done> check_masks(const Case& input)
{
  std::map<std::tuple<TimepointLabel, std::filesystem::path, int>, LesionId> seen;
  for (const auto& lesion : input.lesions)
    for (const auto& [label, prompt] : lesion.prompts)
      if (const auto* mask = std::get_if<MaskPrompt>(&prompt))
      {
        const auto [place, is_first] =
            seen.emplace(std::tuple{label, mask->file.lexically_normal(), mask->label.value_or(0)}, lesion.lesion.id);
        if (!is_first)
          return invalid(lesion.lesion.id.text() + " and " + place->second.text() + " have the same mask at \"" + label.text() +
                         "\". It would count twice.");
      }
  return Done{};
}

/// The axes that a reader drew; none where no short axis was drawn.
std::optional<CaliperPrompt> axes_of(const Prompt& prompt)
{
  std::optional<CaliperPrompt> axes;
  if (const auto* caliper = std::get_if<CaliperPrompt>(&prompt)) axes = *caliper;
  if (const auto* mask = std::get_if<MaskPrompt>(&prompt)) axes = mask->drawn;
  if (const auto* drawn = std::get_if<DrawnPrompt>(&prompt); drawn && drawn->longest)
    axes = CaliperPrompt{*drawn->longest, drawn->short_axis};
  return axes && axes->short_axis ? axes : std::nullopt;
}

/// Both axes of one lesion cross, or nearly so.
Result<Done> check_axes(const Case& input)
{
  for (const auto& lesion : input.lesions)
    for (const auto& [label, prompt] : lesion.prompts)
      if (const auto axes = axes_of(prompt))
      {
        const auto apart = distance_between(axes->longest, *axes->short_axis), length = distance(axes->longest.from, axes->longest.to);
        if (apart.value() > 0.5 * length.value())
          return invalid("the short axis of " + lesion.lesion.id.text() + " at \"" + label.text() + "\" lies " +
                         format_fixed(apart.value(), 1) + " mm from its longest diameter of " + format_fixed(length.value(), 1) +
                         " mm (it is not of the same lesion and slice). Draw it across the longest diameter.");
      }
  return Done{};
}
}  // namespace

Result<Done> check_case(const Case& input)
{
  for (const auto check : {check_baseline, check_masks, check_axes})
    if (auto checked = check(input); !checked) return checked;
  return Done{};
}
}  // namespace nadir::measure
