#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"
#include "segmentation/tissue/reference_kind.h"
#include "segmentation/tissue/two_dark_levels.h"

namespace nadir::segmentation
{
/// Liquid and tumour that does not enhance, told by their own levels after contrast, without T2 and ADC.
struct DarkPlaces
{
  TwoDarkLevels levels;
  std::vector<std::uint8_t> may_be_solid;  ///< one a voxel of LesionVoxels: within two voxels of even tissue of that level
  std::vector<std::uint8_t> may_be_liquid; ///< 2 within two voxels of tissue as dark as liquid, 1 of nearly; empty: anywhere (muscle)
};

/// Looks for tissue that is darker than the reference after contrast, and brighter than liquid can be.
///
/// With TR about 600 ms, liquid (T1 2000 ms and more) gives 0.5 to 0.6 of the signal of white matter and 0.7 of that of muscle; solid tumour
/// without uptake (T1 1100-1300 ms) 0.8 to 0.9 and 1.0 to 1.1 (sources: TissueConfig). So the absolute level tells them apart, and a lesion
/// without necrosis is not cut in two. Voxels between dead and enhancing tissue have that level as well: only voxels that resemble all their
/// neighbours count as solid. Beside muscle, protein can make liquid as bright as solid tumour, so nothing is ruled out there; nullopt when
/// little solid tissue is seen beside muscle.
std::optional<DarkPlaces> dark_places(const LesionVoxels& voxels, const std::vector<float>& post_contrast, ReferenceKind reference);
}  // namespace nadir::segmentation
