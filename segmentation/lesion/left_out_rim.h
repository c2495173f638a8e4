#pragma once

#include <optional>
#include <string>

#include "imaging/volume/volume.h"
#include "segmentation/lesion/finish_mask.h"
#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/lesion/native_block.h"

namespace nadir::segmentation::lesion
{
/// A mask on voxels of an image's grid.
struct PlacedMask
{
  VoxelBox box;
  BlockBytes voxels;
};

/// Share of the mask's border just beyond which the image looks as it does just within the ends of the drawn axes, and just within which it
/// does not: there the reader's lesion goes on (a living rim around a dead core, say). 0 without an axis, and where both sides of the drawn
/// ends look alike (then nothing can be told; the twelve sarcomas on T1: eight).
double left_out_rim(const imaging::Volume& image, const LesionPrompt& prompt, const PlacedMask& mask, int threads);

/// A warning in words where that share is large.
std::optional<std::string> warning_of_rim(double share);
}  // namespace nadir::segmentation::lesion
