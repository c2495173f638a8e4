#pragma once

#include "measure/size/pixel_slice.h"

namespace nadir::measure
{
/// Convex hull of a slice's lesion with edges finer than the pixels: what diameters of masks are measured on.
///
/// The hull of the 50 % outline (edge_hull) gives the directions: of its sides, and between them in steps of at most 0.03. In each of
/// them EdgeSupport finds the edge, or it is left on the 50 % outline (corners, flat ends). The hull is what these edges enclose.
/// It holds all pixel centres and reaches no more than a pixel beyond them. Where no direction has an edge that can be found,
/// as in lesions of up to three pixels across, it is the hull of the 50 % outline: the extent from pixel side to pixel side.
/// As convex_hull(); empty for a slice without set pixels.
Polygon sub_pixel_hull(const PixelSlice& slice);
}  // namespace nadir::measure
