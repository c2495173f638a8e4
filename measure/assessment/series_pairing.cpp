#include "measure/assessment/series_pairing.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using imaging::SequenceType;

std::string b_value_text(const ImageStack& stack) { return stack.sequence.b_value ? " b " + format_number(*stack.sequence.b_value) : ""; }
std::string sequence_text(const ImageStack& stack) { return std::string(name_of(stack.sequence.type)) + b_value_text(stack); }
std::string plane_text(const ImageStack& stack) { return std::string(name_of(stack.certificate.plane)); }

bool has_a_contrast(const ImageStack& stack)
{
  return stack.sequence.type != SequenceType::Other && stack.sequence.type != SequenceType::Localizer;
}

bool same_b_value(const ImageStack& a, const ImageStack& b)
{
  if (!a.sequence.b_value || !b.sequence.b_value) return a.sequence.b_value.has_value() == b.sequence.b_value.has_value();
  return std::abs(*a.sequence.b_value - *b.sequence.b_value) <= 0.05 * std::max(*a.sequence.b_value, 50.0);
}

bool same_sequence(const ImageStack& a, const ImageStack& b) { return a.sequence.type == b.sequence.type && same_b_value(a, b); }

bool same_body_part(const ImageStack& a, const ImageStack& b)
{
  return a.body_part.empty() || b.body_part.empty() || a.body_part == b.body_part;
}

bool are_twins(const ImageStack& a, const ImageStack& b)
{
  return b.certificate.is_measurable() && same_sequence(a, b) && a.certificate.plane == b.certificate.plane && same_body_part(a, b);
}

/// 0 for the same voxels, growing with the ratio of the spacings; a different description costs as much as a factor of two.
double dissimilarity(const ImageStack& a, const ImageStack& b)
{
  const auto& s = a.geometry->spacing();
  const auto& t = b.geometry->spacing();
  const double spacing = std::abs(std::log(s.i / t.i)) + std::abs(std::log(s.j / t.j)) + std::abs(std::log(s.k / t.k));
  return spacing + (a.series_description == b.series_description ? 0.0 : std::log(2.0));
}

const ImageStack* best_twin(const ImageStack& baseline, const std::vector<const ImageStack*>& candidates)
{
  const ImageStack* best = nullptr;
  for (const auto* candidate : candidates)
    if (candidate->geometry && are_twins(baseline, *candidate) &&
        (!best || dissimilarity(baseline, *candidate) < dissimilarity(baseline, *best)))
      best = candidate;
  return best;
}

std::string twin_reason(const ImageStack& baseline, const ImageStack& followup)
{
  std::string reason = "both " + sequence_text(baseline) + ", " + plane_text(baseline);
  if (!baseline.body_part.empty() && !followup.body_part.empty()) reason += ", body part " + baseline.body_part;
  if (baseline.series_description == followup.series_description && !baseline.series_description.empty()) reason += ", same description";
  return reason;
}
}  // namespace

std::vector<SequenceType> common_contrasts(const TimepointImages& baseline, const TimepointImages& followup)
{
  const auto is_common = [&](SequenceType type)
  {
    return std::ranges::any_of(
        baseline.stacks(), [&](const ImageStack* stack)
        { return stack->sequence.type == type && stack->geometry && stack->certificate.is_measurable() && twin_of(*stack, followup); });
  };
  std::vector<SequenceType> common;
  std::ranges::copy_if(tumour_contrasts, std::back_inserter(common), is_common);
  return common;
}

bool share_a_frame(const ImageStack& a, const ImageStack& b)
{
  return &a == &b || (!a.certificate.frame_of_reference.empty() && a.certificate.frame_of_reference == b.certificate.frame_of_reference);
}

std::vector<SeriesPairing> pair_series(const TimepointImages& baseline, const TimepointImages& followup)
{
  std::vector<SeriesPairing> pairings;
  for (const auto* stack : baseline.stacks())
  {
    if (!stack->geometry || !stack->certificate.is_measurable() || !has_a_contrast(*stack)) continue;
    const auto* twin = best_twin(*stack, followup.stacks());
    pairings.push_back(
        {stack->id, followup.label.text(), twin ? twin->id : "",
         twin ? twin_reason(*stack, *twin) : "no measurable " + sequence_text(*stack) + " series in the " + plane_text(*stack) + " plane"});
  }
  return pairings;
}

const ImageStack* twin_of(const ImageStack& baseline, const TimepointImages& followup)
{
  return has_a_contrast(baseline) ? best_twin(baseline, followup.stacks()) : nullptr;
}

std::vector<std::string> comparability_warnings(const ImageStack& baseline, const ImageStack& followup)
{
  std::vector<std::string> warnings;
  if (!same_sequence(baseline, followup))
    warnings.push_back("measured on " + sequence_text(followup) + ", at baseline on " + sequence_text(baseline) +
                       " (RECIST asks for the same technique)");
  if (baseline.certificate.plane != followup.certificate.plane)
    warnings.push_back("measured in the " + plane_text(followup) + " plane, at baseline in the " + plane_text(baseline) +
                       " plane (diameters of different planes differ)");
  return warnings;
}
}  // namespace nadir::measure
