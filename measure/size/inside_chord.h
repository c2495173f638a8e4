#pragma once

#include <optional>

#include "measure/size/chord.h"

namespace nadir::measure
{
/// Longest line between two points of a closed polygon that stays inside it: what is left of a longest diameter in a horseshoe.
///
/// Holes are not known here and so count as inside: give the outer outline, since necrosis belongs to the lesion (spec rule B16).
/// Exact: lines are tried from the longest on, so the first that stays inside is the answer. Only lines longer than `longer_than`
/// (mm) are of interest; nothing when there is none. Ties as in is_longer().
std::optional<Chord> longest_inside_chord(const Polygon& outline, double longer_than = 0.0);
}  // namespace nadir::measure
