#pragma once

#include "measure/size/chord.h"

namespace nadir::measure
{
/// Longest chord of a convex polygon by rotating calipers (Shamos 1978; Toussaint, MELECON 1983), O(n): exact, not sampled.
///
/// `hull`: as convex_hull() returns it, at least one point. One point gives a chord of length 0. Ties as in is_longer().
Chord longest_chord(const Polygon& hull);
}  // namespace nadir::measure
