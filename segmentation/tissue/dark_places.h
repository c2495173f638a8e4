#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/tissue/calmed_values.h"
#include "segmentation/tissue/two_dark_levels.h"

namespace nadir::segmentation
{
/// Liquid and tumour that does not enhance, told by their own levels after contrast beside brain, without T2 and ADC.
struct DarkPlaces
{
  TwoDarkLevels levels;
  std::vector<std::uint8_t> may_be_solid;   ///< one a voxel of LesionVoxels: within two voxels of even tissue of that level
  std::vector<std::uint8_t> may_be_liquid;  ///< 2 within two voxels of tissue as dark as liquid, 1 of nearly
};

/// Looks for tissue that is darker than white matter after contrast, and brighter than liquid can be.
///
/// With TR about 600 ms, liquid (T1 2000 ms and more) gives 0.5 to 0.6 of the signal of white matter, solid tumour without uptake (T1
/// 1100-1300 ms) 0.8 to 0.9 (sources: TissueConfig). So the absolute level tells them apart, and a lesion without necrosis is not cut in
/// two: `borders` says at which level, voxel by voxel (liquid_borders()). Voxels between dead and enhancing tissue have the level of solid
/// tissue as well: only voxels that resemble all their neighbours count as solid.
DarkPlaces dark_places(const LesionVoxels& voxels, const CalmedValues& post_contrast, const std::vector<float>& borders);
}  // namespace nadir::segmentation
