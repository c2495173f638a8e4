#pragma once

#include <cstddef>
#include <vector>

#include "segmentation/tissue/lesion_voxels.h"

namespace nadir::segmentation
{
/// Voxels of the lesion darker than `brightest` that differ from all their neighbours, all of them in the lesion, by less than 0.2 of the
/// reference: pure tissue, no mixtures. `post_contrast`: multiples of the reference, one a voxel.
std::vector<std::size_t> even_dark_voxels(const LesionVoxels& voxels, const std::vector<float>& post_contrast, float brightest);
}  // namespace nadir::segmentation
