#pragma once

#include <vector>

#include "measure/size/pixel_slice.h"

namespace nadir::measure
{
/// Outline of a slice through the mid-points between neighbouring inside and outside pixel centres: the 50 % iso-contour of the
/// binary mask (marching squares). Pixels that touch by a corner are joined.
///
/// Outer loops have a positive signed area (x towards y), holes a negative one; loops do not cross or touch each other.
/// An area summed over the loops is that of the set pixels less 1/8 pixel a corner, net half a pixel for a lesion without holes.
std::vector<Polygon> edge_outline(const PixelSlice& slice);

/// The points of that outline that can lie on its convex hull: first and last of each row and column. Much faster.
std::vector<PlanePoint> outermost_edge_points(const PixelSlice& slice);
}  // namespace nadir::measure
