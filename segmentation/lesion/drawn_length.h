#pragma once

#include <optional>
#include <string>

namespace nadir::segmentation::lesion
{
/// What to tell of a mask that contradicts the longest diameter it was made from: lengths in mm, of the line drawn and of the mask's own
/// longest diameter in the acquired slices. Nothing when they differ by less than a tenth: readers differ by as much among themselves.
std::optional<std::string> contradicts_drawn_length(double drawn_mm, double found_mm);
}  // namespace nadir::segmentation::lesion
