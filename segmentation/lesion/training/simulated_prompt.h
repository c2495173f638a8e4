#pragma once

#include <cstdint>

#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation::lesion
{
/// The prompts a careful reader would give for a lesion whose true mask is known: longest diameter of the slice with the largest
/// area, longest perpendicular chord, middles of the first and last slice, and the middle of the long axis as the click.
struct SimulatedPrompt
{
  PromptLine long_axis;
  PromptLine short_axis;
  PromptLine extent;
  PatientPoint click;
};

SimulatedPrompt simulated_prompt(const Mask& truth);

/// The same with both axes drawn right, but in slice k.
SimulatedPrompt simulated_prompt_in(const Mask& truth, int k);

/// The same by another reader: ends of the axes 1.5 mm off (standard deviation, each direction), first and last slice missed by one in a
/// third of the cases, the click off by a tenth of the diameter. Reader 0 is the careful one.
SimulatedPrompt simulated_reader(const Mask& truth, int reader);
}  // namespace nadir::segmentation::lesion
