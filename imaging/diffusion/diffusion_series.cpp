#include "imaging/diffusion/diffusion_series.h"

#include <algorithm>

namespace nadir::imaging
{
namespace
{
constexpr Millimeters grid_tolerance{0.1};

bool is_diffusion(const ImageStack& stack)
{
  return stack.geometry && stack.certificate.is_measurable() && stack.sequence.type == SequenceType::Dwi && stack.sequence.b_value;
}

bool lie_on_one_grid(const ImageStack& a, const ImageStack& b)
{
  return a.geometry && b.geometry && a.geometry->coincides_with(*b.geometry, grid_tolerance);
}

/// Diffusion stacks of a series, sorted into groups that share a grid.
std::vector<DiffusionSeries> groups_of(const Series& series)
{
  std::vector<DiffusionSeries> groups;
  for (const auto& stack : series.stacks)
  {
    if (!is_diffusion(stack)) continue;
    const auto same =
        std::ranges::find_if(groups, [&](const DiffusionSeries& group) { return lie_on_one_grid(*group.stacks.front(), stack); });
    if (same == groups.end()) groups.push_back({series.uid, {&stack}, nullptr});
    else same->stacks.push_back(&stack);
  }
  return groups;
}

bool has_two_b_values(const DiffusionSeries& series)
{
  return *series.stacks.back()->sequence.b_value - *series.stacks.front()->sequence.b_value >= 1.0;
}

const ImageStack* scanner_adc_of(const Study& study, const DiffusionSeries& wanted)
{
  for (const auto& series : study.series)
    for (const auto& stack : series.stacks)
      if (stack.sequence.type == SequenceType::Adc && lie_on_one_grid(stack, *wanted.stacks.front())) return &stack;
  return nullptr;
}
}  // namespace

std::vector<DiffusionSeries> diffusion_series(const Study& study)
{
  std::vector<DiffusionSeries> found;
  for (const auto& series : study.series)
    for (auto& group : groups_of(series))
    {
      std::ranges::stable_sort(group.stacks, {}, [](const ImageStack* stack) { return *stack->sequence.b_value; });
      if (!has_two_b_values(group)) continue;
      group.scanner_adc = scanner_adc_of(study, group);
      found.push_back(std::move(group));
    }
  return found;
}

Result<AdcMap> load_adc_map(const DiffusionSeries& series, const AdcConfig& config, const LoadConfig& load)
{
  std::vector<DiffusionImage> images;
  for (const auto* stack : series.stacks)
  {
    auto volume = load_volume(*stack, load);
    if (!volume) return volume.failure();
    images.push_back({*stack->sequence.b_value, std::move(volume).value()});
  }
  return adc_map(images, config);
}
}  // namespace nadir::imaging
