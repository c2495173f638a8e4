#pragma once

#include <string>
#include <vector>

#include "segmentation/lesion/training/simulated_prompt.h"

namespace nadir::segmentation::lesion
{
/// What an imprecise reader would give, and in what it is imprecise.
struct ImprecisePrompt
{
  std::string fault;  ///< "ends", "slice", "turned", "chord", "length", "extent", "small_slice"; the rest of the word tells them apart
  SimulatedPrompt marks;
};

/// The careful reader's marks ("none") and imprecise ones: every end 2, 3 or 4 mm off in a random direction; one slice off; turned by 20
/// degrees with their lengths or as chords from border to border; a tenth shorter or longer; first and last slice one off; drawn right, but
/// in a slice a quarter of the way from an end.
std::vector<ImprecisePrompt> imprecise_prompts(const Mask& truth);
}  // namespace nadir::segmentation::lesion
