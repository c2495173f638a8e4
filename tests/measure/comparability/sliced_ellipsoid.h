#pragma once

namespace nadir::testing
{
/// Slices as an examination takes them, mm.
struct SliceStack
{
  double step;
  double thickness;
};

/// Ellipsoids of a known diameter, 1.27 times as long as wide, seen through two stacks of slices that lie anywhere: root mean square of the
/// difference between the two. A pixel belongs to the lesion where at least half of its slice's thickness does.

/// Of the widest section in mm, the long axis across the slices.
double difference_of_widest(double diameter, SliceStack before, SliceStack after);

/// Of the volume in percent of the true one, the long axis in any direction.
double difference_of_volumes(double diameter, SliceStack before, SliceStack after);
}  // namespace nadir::testing
