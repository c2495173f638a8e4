#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "imaging/volume/volume.h"
#include "segmentation/lesion/lesion_prompt.h"
#include "segmentation/mask/mask.h"

namespace nadir::bench
{
/// One byte a voxel of a task's block.
using BlockMask = std::vector<std::uint8_t>;

/// What every peer gets: the block of the image around the ellipsoid of both axes (1.6 times its half axes), and the same seeds.
struct PeerTask
{
  segmentation::VoxelBox box;
  VoxelSpacing spacing;
  std::vector<float> values;
  std::vector<float> radius;  ///< of each voxel in the prompt's two half ellipsoids: 1 on their surface
  BlockMask inside;           ///< surely lesion: radius below 0.5
  BlockMask outside;          ///< surely not: radius above 1.3
};

PeerTask peer_task(const imaging::Volume& image, const segmentation::LesionPrompt& axes);

/// A peer's answer on the block, and its time, reading of files left out.
struct PeerAnswer
{
  BlockMask lesion;
  double seconds = 0.0;
};

/// 2 |A and B| / (|A| + |B|) against the expert's mask on the whole grid.
double dice_of(const PeerTask& task, const BlockMask& lesion, const segmentation::Mask& truth);
}  // namespace nadir::bench
