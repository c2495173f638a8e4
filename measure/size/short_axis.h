#pragma once

#include "measure/size/chord.h"

namespace nadir::measure
{
/// Longest chord of a convex polygon that is perpendicular to the given one: the short axis that belongs to a longest diameter.
///
/// Perpendicular by construction, not chosen among existing vertices. Its ends lie on the hull; the chord need not cross the
/// middle of the other. Exact: the width across a convex polygon is concave along it, so its largest value lies at a vertex.
/// `hull`: as convex_hull() returns it, at least one point. A point or a line of points gives a chord of length 0.
Chord longest_perpendicular_chord(const Polygon& hull, const Chord& axis);
}  // namespace nadir::measure
