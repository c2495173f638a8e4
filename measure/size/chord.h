#pragma once

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// A straight line between two points of a slice plane, mm. Invariant of every producer: from <= to lexicographically.
struct Chord
{
  PlanePoint from;
  PlanePoint to;

  double length() const { return distance(from, to); }
  bool operator==(const Chord&) const = default;
};

/// The chord with its ends in lexicographic order.
inline Chord ordered_chord(PlanePoint a, PlanePoint b) { return a <= b ? Chord{a, b} : Chord{b, a}; }

/// Whether `a` is the longer one. Lengths that differ by less than 1e-9 mm are a tie, which the lexicographically smaller
/// chord wins, so that a result does not hang on the last bit.
bool is_longer(const Chord& a, const Chord& b);
}  // namespace nadir::measure
