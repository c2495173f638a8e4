#pragma once

#include <string>
#include <vector>

#include "segmentation/mask/mask.h"
#include "segmentation/tissue/tissue_channels.h"

namespace nadir::segmentation
{
/// Images of one examination after the patient's movement between them has been looked for.
struct AlignedChannels
{
  TissueChannels channels;
  std::vector<std::string> words;     ///< what was done, one sentence an image
  std::vector<std::string> warnings;  ///< images that could not be registered and lie where their coordinates say
};

/// Registers the T1 image before contrast to the one after it (rigid, mutual information), because their difference shows the uptake of
/// contrast. The movement found is used when the information rises clearly by it and it is between 1.5 and 15 mm at the lesion; a larger
/// one within an examination is more often an error than a movement. The mask is taken to lie on the image after contrast.
AlignedChannels align_channels(const Mask& lesion, TissueChannels channels);
}  // namespace nadir::segmentation
