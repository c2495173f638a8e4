#pragma once

#include <optional>
#include <vector>

#include "measure/size/chord.h"

namespace nadir::measure
{
/// A longest diameter of a slice spans all its pieces, as a caliper laid round the whole lesion does. Where its two ends lie on
/// different pieces (outer outlines), this is the longest chord of a single piece of that slice, mm; otherwise nothing.
std::optional<double> longest_in_one_piece(const Chord& chord, const std::vector<Polygon>& pieces);
}  // namespace nadir::measure
