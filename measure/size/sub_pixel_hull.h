#pragma once

#include "measure/size/pixel_slice.h"

namespace nadir::measure
{
/// Convex hull of a slice's lesion with edges finer than the pixels: what diameters of masks are measured on.
///
/// The hull of the 50 % outline (edge_outline) gives the directions; in each of them the edge is moved to where EdgeSupport finds
/// it, and left on the 50 % outline where it finds none (tiny lesions, corners). Never inside the hull of the pixel centres by
/// more than rounding, never more than one pixel outside it. As convex_hull(); empty for a slice without set pixels.
Polygon sub_pixel_hull(const PixelSlice& slice);
}  // namespace nadir::measure
