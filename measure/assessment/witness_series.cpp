#include "measure/assessment/witness_series.h"

#include <optional>

#include "measure/assessment/series_pairing.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using imaging::SequenceType;

/// The twin of this stack, where both lie in the frames of the drawn ones.
const ImageStack* usable_twin(const ImageStack& stack, const TwinStacks& drawn, const TimepointImages& later)
{
  if (!stack.geometry || !stack.certificate.is_measurable() || !share_a_frame(stack, drawn.earlier)) return nullptr;
  const auto* twin = twin_of(stack, later);
  return twin && share_a_frame(*twin, drawn.later) ? twin : nullptr;
}

std::optional<TwinStacks> twins_of(SequenceType type, const TwinStacks& drawn, const TimepointImages& earlier, const TimepointImages& later)
{
  std::optional<TwinStacks> found;
  for (const auto* stack : earlier.stacks())
  {
    if (stack->sequence.type != type) continue;
    const auto* twin = usable_twin(*stack, drawn, later);
    const bool is_in_its_plane = stack->certificate.plane == drawn.earlier.certificate.plane;
    if (twin && (!found || is_in_its_plane)) found.emplace(TwinStacks{*stack, *twin});
    if (found && is_in_its_plane) break;
  }
  return found;
}
}  // namespace

segmentation::Weighting weighting_of(SequenceType type)
{
  switch (type)
  {
  case SequenceType::T1PostContrast: return segmentation::Weighting::Enhanced;
  case SequenceType::T1: return segmentation::Weighting::T1;
  case SequenceType::T2:
  case SequenceType::T2FatSaturated:
  case SequenceType::ProtonDensity: return segmentation::Weighting::Fluid;
  default: return segmentation::Weighting::Unknown;
  }
}

WitnessSeries::WitnessSeries(const TwinStacks& drawn, TimepointVolumes& earlier, TimepointVolumes& later)
{
  for (const auto type : tumour_contrasts)
    if (type != drawn.earlier.sequence.type)
      if (const auto twins = twins_of(type, drawn, earlier.images(), later.images())) add(*twins, earlier, later);
}

void WitnessSeries::add(const TwinStacks& twins, TimepointVolumes& earlier, TimepointVolumes& later)
{
  const auto before = earlier.of(twins.earlier), after = later.of(twins.later);
  if (before && after) return pairs_.push_back({*before, *after, weighting_of(twins.earlier.sequence.type)});
  warnings_.push_back((before ? after : before).failure().message());
}

std::vector<segmentation::DatedImages> WitnessSeries::images() const
{
  std::vector<segmentation::DatedImages> images;
  for (const auto& pair : pairs_) images.push_back({*pair.earlier, *pair.later, pair.weighting});
  return images;
}
}  // namespace nadir::measure
