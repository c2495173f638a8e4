#pragma once

#include <vector>

#include "segmentation/tissue/calmed_values.h"

namespace nadir::segmentation
{
/// Below which level after contrast, in multiples of white matter, tissue beside brain that does not enhance counts as dead; one a voxel.
///
/// Liquid gives 0.5 to 0.6, solid tumour without uptake 0.75 to 0.9 (see dark_places()), so the border is 0.65. Within a ring it is higher,
/// up to 0.85 where nine tenths of all directions meet enhancing tissue (enclosed_shares()) and as it was at 0.58: what does not enhance
/// inside tissue that does is dead, whatever its protein does to its signal, while tumour that does not enhance lies outside the ring. (So
/// do the rules of the BraTS labels, Menze BH et al., IEEE Trans Med Imaging 2015;34:1993: the necrotic core is what the enhancing part
/// encloses.)
std::vector<float> liquid_borders(const LesionVoxels& voxels, const CalmedValues& post_contrast);

/// Where what does not enhance is one tissue of about the level of liquid, the lowest border is above all of it, up to 0.8, so that it is
/// not cut in two by its own spread: 2.5 standard deviations above its median. Not where the median is above 0.68 or the spread over 0.08.
std::vector<float> liquid_borders_of_one_tissue(const LesionVoxels& voxels, const CalmedValues& post_contrast);
}  // namespace nadir::segmentation
