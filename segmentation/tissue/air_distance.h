#pragma once

#include <cstdint>
#include <vector>

#include "segmentation/tissue/reference_places.h"

namespace nadir::segmentation
{
/// Distance of every place to the air around the body, mm; infinite where there is none. `is_dark`: 1 for a place without signal. Air is
/// where a place and its eight neighbours in the slice are dark: cortical bone and tendons are thinner.
std::vector<float> air_distance(const ReferencePlaces& places, const std::vector<std::uint8_t>& is_dark);

/// Distance of every place to the nearest dark place beside air, mm: what lies beneath the skin is near on coarse nets too.
std::vector<float> skin_distance(const ReferencePlaces& places, const std::vector<std::uint8_t>& is_dark);
}  // namespace nadir::segmentation
