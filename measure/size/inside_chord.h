#pragma once

#include <optional>

#include "measure/size/chord.h"

namespace nadir::measure
{
/// What the search for a longest inside line found.
struct InsideChord
{
  std::optional<Chord> chord;  ///< nothing when no line is longer than asked
  bool is_exact = true;        ///< false: the outline was so intricate that only every n-th of its points was tried
};

/// Longest line between two points of a closed polygon that stays inside it: what is left of a longest diameter in a horseshoe.
///
/// Holes are not known here and so count as inside: give the outer outline, since necrosis belongs to the lesion (spec rule B16).
/// Exact by branch and bound: stretches of the outline are paired, the pair that may hold the longest line first; a pair is dropped
/// when some part of the way between the stretches lies outside altogether, or split. Only lines longer than `longer_than` (mm) are of
/// interest. Ties as in is_longer(). Outlines of noise would take for ever: beyond a fixed effort fewer points are tried.
InsideChord longest_inside_chord(const Polygon& outline, double longer_than = 0.0);
}  // namespace nadir::measure
