#pragma once

#include <cstdint>
#include <vector>

#include "imaging/geometry/image_geometry.h"
#include "segmentation/tissue/reference_places.h"

namespace nadir::segmentation
{
/// Marks with 1 the places that thick slices may show as a mixture of tissue and no signal: a dark place lies within two steps of the
/// image's coarsest axis along that axis. One step is the slice itself, the second its interpolation to the lesion's grid. `is_dark`: 1 for
/// a place without signal.
std::vector<std::uint8_t> slice_mixture(const ReferencePlaces& places, const ImageGeometry& image,
                                        const std::vector<std::uint8_t>& is_dark);
}  // namespace nadir::segmentation
