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

/// Convex hull of that outline, from the first and last pixel of each row: much faster. As convex_hull(); collinearity
/// is decided in whole half pixels, so that no corner comes from rounding. Empty for a slice without set pixels.
Polygon edge_hull(const PixelSlice& slice);
}  // namespace nadir::measure
