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

/// The corrective stroke a reader would paint: a disc in the middle of the largest connected error (faces, within a slice counted by
/// area), of the given radius, or smaller where the error is thinner. Nothing when the masks are equal.
std::optional<Stroke> corrective_stroke(const Mask& truth, const Mask& found, double radius);
}  // namespace nadir::segmentation::lesion
