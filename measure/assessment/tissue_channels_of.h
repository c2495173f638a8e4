#pragma once

#include <string>
#include <vector>

#include "measure/assessment/timepoint_volumes.h"
#include "segmentation/tissue/tissue_channels.h"

namespace nadir::measure
{
/// The images of a time point that tell tissue, and what they are.
struct ChosenChannels
{
  segmentation::TissueChannels channels;
  std::vector<std::string> words;     ///< "T1 post-contrast (stack 4.1)"
  std::vector<std::string> warnings;  ///< what could not be loaded, and why
  const imaging::ImageStack* t2 = nullptr;
};

/// Of each kind the series that is most like `stack` (plane, then spacing), in its frame of reference and free of geometry faults.
ChosenChannels tissue_channels_of(const imaging::ImageStack& stack, TimepointVolumes& volumes);
}  // namespace nadir::measure
