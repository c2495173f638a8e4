#pragma once

#include "imaging/geometry/image_geometry.h"
#include "imaging/result/result.h"
#include "segmentation/mask/contour_stack.h"
#include "segmentation/mask/mask.h"
#include "segmentation/mask/mask_error.h"

namespace nadir::segmentation
{
/// The voxels of a grid whose centre lies inside the contours of their slice.
///
/// Even-odd within and between contours (exclusive or). A centre exactly on an edge belongs to the side of smaller i or j
/// (half-open), so that two contours that share an edge share no voxel and leave none out. Each plane goes to the slice nearest
/// to it, at most a quarter of the slice spacing away. An empty stack gives an empty mask.
/// Failure: ImageMismatch (other slice direction, plane between or beyond the slices, contour outside the image).
Result<Mask> rasterize(const ContourStack& stack, const ImageGeometry& geometry);
}  // namespace nadir::segmentation
