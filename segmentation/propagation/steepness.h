#pragma once

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
/// Length of the slope of an image at a voxel, per mm: by central differences; 0 along an axis where the image ends or is unknown.
double steepness(const imaging::FloatImage& image, VoxelIndex v);
}  // namespace nadir::segmentation
