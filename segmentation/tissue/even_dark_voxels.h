#pragma once

#include <cstddef>
#include <vector>

#include "segmentation/tissue/calmed_values.h"

namespace nadir::segmentation
{
/// Voxels of the lesion darker than `brightest` that differ from all their neighbours, all of them in the lesion, by less than
/// `values.even`: pure tissue, no mixtures. Dark is told without noise, evenness with it: taking noise out makes steps of a slope.
std::vector<std::size_t> even_dark_voxels(const LesionVoxels& voxels, const CalmedValues& values, float brightest);
}  // namespace nadir::segmentation
