#pragma once

#include "imaging/result/result.h"
#include "imaging/units/millimeters.h"
#include "segmentation/agreement/agreement_error.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
/// How far the outlines of two masks lie apart.
struct SurfaceDistances
{
  Millimeters mean_from_a;  ///< from the outline of A to that of B, each piece weighted by its area
  Millimeters mean_from_b;
  Millimeters mean;          ///< over both outlines together (ASSD)
  Millimeters hausdorff_95;  ///< the larger of the two 95 % quantiles by area
  Millimeters hausdorff;     ///< the largest distance from either outline
};

/// The outlines are the pieces of surface in the cells between 2 x 2 x 2 voxel centres, weighted by their area (cell_area.h); the
/// distance of a piece is that of its cell to the nearest cell of the other outline, exact for any spacing. Masks of a grid of one
/// slice are compared as outlines in that slice. Definition as in Nikolov S et al., J Med Internet Res 2021;23:e26151 (surface-distance).
/// Memory: four bytes a voxel of the box around both. Failures: Empty, DifferentGrids, TooLarge.
Result<SurfaceDistances> surface_distances(const Mask& a, const Mask& b);
}  // namespace nadir::segmentation
