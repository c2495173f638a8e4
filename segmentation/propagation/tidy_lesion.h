#pragma once

#include <cstdint>
#include <vector>

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
/// Of the separate parts those that hold at least a tenth as much of the carried lesion (`distance` < 0) as the best one. One byte a voxel
/// of the grid of `distance`.
std::vector<std::uint8_t> parts_of_carried(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance);

/// Dead tissue within a living rim belongs to the lesion: what a slice (i, j) encloses is added. One byte a voxel of the grid.
std::vector<std::uint8_t> with_slice_holes_filled(std::vector<std::uint8_t> inside, const GridSize& size);

/// Takes away what no reader would draw: tongues, as a cut follows them along fat septa and vessels. They hold little volume and falsify
/// the longest diameter. In their slice they are narrower than 4 mm or three voxels beyond the carried border (`distance` >= 0), than 6 mm
/// farther than 3 mm from it, and than 5 mm within it where something has changed (`unchanged` < 0.5). A slice of nothing broader stays.
std::vector<std::uint8_t> without_tongues(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance,
                                          const imaging::FloatImage& unchanged);

/// Whether this is no more than a septum or a vessel: with its holes filled nowhere in its slices broader than 5 mm or three voxels, and in
/// one of them more than 25 mm long, and nearly straight. A living rim encloses what is broad, or is curved where it is broken.
bool is_thread(const std::vector<std::uint8_t>& inside, const ImageGeometry& grid);

/// A lesion as a reader would draw it: parts_of_carried() with_slice_holes_filled().
std::vector<std::uint8_t> tidied(std::vector<std::uint8_t> inside, const imaging::FloatImage& distance);
}  // namespace nadir::segmentation
