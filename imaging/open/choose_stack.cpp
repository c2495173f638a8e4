#include "imaging/open/choose_stack.h"

#include <algorithm>
#include <utility>

#include "imaging/units/number_text.h"

namespace nadir::imaging
{
namespace
{
using Stacks = std::vector<const ImageStack*>;

Stacks all_stacks(const Scan& scan)
{
  Stacks stacks;
  for (const auto& study : scan.studies)
    for (const auto& series : study.series)
      for (const auto& stack : series.stacks) stacks.push_back(&stack);
  return stacks;
}

template <class Predicate> Stacks those(const Stacks& stacks, const Predicate& predicate)
{
  Stacks chosen;
  std::copy_if(stacks.begin(), stacks.end(), std::back_inserter(chosen), predicate);
  return chosen;
}

bool is_measurable(const ImageStack* stack) { return stack->geometry && stack->certificate.is_measurable(); }

std::string refusal_of(const ImageStack& stack)
{
  for (const auto& remark : stack.certificate.remarks)
    if (remark.severity == Severity::Refusal) return remark.text;
  return "its slices form no volume";
}

Failure question(const Stacks& candidates, const std::string& what)
{
  std::string message =
      "there are " + std::to_string(candidates.size()) + " " + what + " (which one is meant decides every number). Choose one:";
  for (const auto* stack : candidates) message += "\n" + stack_words(*stack);
  return Failure{OpenError::SeveralImages, message};
}

Failure nothing_measurable(const Stacks& stacks)
{
  if (stacks.empty()) return Failure{OpenError::NoImage, "there are no MR images (nothing can be opened). Check the folder."};
  std::string message = "no stack can be measured (their slices form no volume). Export the series again:";
  for (const auto* stack : stacks) message += "\n" + stack->id + ": " + refusal_of(*stack);
  return Failure{OpenError::NotMeasurable, message};
}

StackChoice choice_of(const ImageStack* stack, std::string reason)
{
  StackChoice choice;
  choice.stack = stack;
  choice.reason = std::move(reason);
  return choice;
}

/// Among equals the plane decides, otherwise a person.
Result<StackChoice> only_one(const Stacks& candidates, const OpenConfig& config, const std::string& what)
{
  if (candidates.size() == 1) return choice_of(candidates.front(), "");
  if (config.plane)
  {
    const auto in_plane = those(candidates, [&](const auto* stack) { return stack->certificate.plane == *config.plane; });
    if (in_plane.size() == 1)
      return choice_of(in_plane.front(),
                       "the only " + std::string(name_of(*config.plane)) + " one of " + std::to_string(candidates.size()));
  }
  return question(candidates, what);
}

Result<StackChoice> choose_by_name(const Stacks& stacks, const OpenConfig& config)
{
  const auto named = those(stacks, [&](const auto* stack) { return stack->id == config.stack || stack->series.text() == config.stack; });
  if (named.empty())
  {
    std::string message = "there is no stack or series of that name (nothing was opened). Choose one:";
    for (const auto* stack : stacks) message += "\n" + stack_words(*stack);
    return Failure{OpenError::NotThere, message};
  }
  const auto measurable = those(named, is_measurable);
  if (measurable.empty()) return nothing_measurable(named);
  auto choice = only_one(measurable, config, "stacks of that name");
  if (choice && stacks.size() > 1) choice->reason = "named";
  return choice;
}

/// ADC from diffusion images, when the folder has no ADC map; the stack is that of the lowest b-value.
Result<std::optional<StackChoice>> adc_to_compute(const Scan& scan)
{
  std::vector<DiffusionSeries> found;
  for (const auto& study : scan.studies)
    for (auto& series : diffusion_series(study)) found.push_back(std::move(series));
  if (found.empty()) return std::optional<StackChoice>{};
  if (found.size() > 1)
  {
    Stacks first;
    for (const auto& series : found) first.push_back(series.stacks.front());
    return question(first, "diffusion series that an ADC map could be computed from");
  }
  auto choice = choice_of(found.front().stacks.front(), "there is no ADC map of the scanner: computed from the diffusion images");
  choice.adc_source = std::move(found.front());
  return std::optional(std::move(choice));
}

Result<StackChoice> choose_by_sequence(const Scan& scan, const Stacks& measurable, const OpenConfig& config)
{
  std::string names;
  for (const auto type : config.wanted)
  {
    names += (names.empty() ? "" : ", ") + std::string(name_of(type));
    const auto fitting = those(measurable, [&](const auto* stack) { return stack->sequence.type == type; });
    if (!fitting.empty())
    {
      auto choice = only_one(fitting, config, std::string(name_of(type)) + " stacks");
      if (choice && measurable.size() > 1)
        choice->reason = (choice->reason.empty() ? "the only " + std::string(name_of(type)) + " one"
                                                 : std::string(name_of(type)) + ", " + choice->reason);
      return choice;
    }
    if (type != SequenceType::Adc) continue;
    auto computed = adc_to_compute(scan);
    if (!computed) return computed.failure();
    if (*computed) return std::move(**computed);
  }
  std::string message = "no stack is recognised as " + names + " (another contrast would be measured instead). Name the one that is meant:";
  for (const auto* stack : measurable) message += "\n" + stack_words(*stack);
  return Failure{OpenError::NoImage, message};
}
}  // namespace

std::string stack_words(const ImageStack& stack)
{
  std::string words = stack.id + ": " + std::string(name_of(stack.sequence.type));
  if (stack.sequence.b_value) words += " b " + format_number(*stack.sequence.b_value) + " s/mm2";
  words += ", " + std::string(name_of(stack.certificate.plane)) + ", " + std::to_string(stack.certificate.slices) + " slices";
  if (stack.certificate.slice_spacing) words += ", " + format_fixed(stack.certificate.slice_spacing->value(), 1) + " mm apart";
  return words;
}

Result<StackChoice> choose_stack(const Scan& scan, const OpenConfig& config)
{
  const auto stacks = all_stacks(scan);
  if (!config.stack.empty()) return choose_by_name(stacks, config);
  const auto measurable = those(stacks, is_measurable);
  if (measurable.empty()) return nothing_measurable(stacks);
  if (!config.wanted.empty()) return choose_by_sequence(scan, measurable, config);
  const auto images = those(measurable, [](const auto* stack) { return stack->sequence.type != SequenceType::Localizer; });
  auto choice = only_one(images.empty() ? measurable : images, config, "stacks");
  if (choice && images.size() == 1 && measurable.size() > 1) choice->reason = "the others are localizers";
  return choice;
}
}  // namespace nadir::imaging
