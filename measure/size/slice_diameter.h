#pragma once

#include "measure/size/chord.h"
#include "measure/size/mask_slices.h"

namespace nadir::measure
{
/// Longest diameter of a mask in the slices across one axis.
struct SliceDiameter
{
  int slice = 0;  ///< of the MaskSlices, not of the grid
  Chord chord;
  Polygon hull;  ///< sub-pixel hull of that slice, for the short axis
};

/// Searches all slices; chord between points of the slice's sub-pixel hull (sub_pixel_hull.h). Diameters equal within 1e-9 mm: the
/// lowest slice wins, within a slice the lexicographically smaller chord. The mask is not empty.
SliceDiameter longest_diameter(const MaskSlices& slices);

/// Longest line that stays inside the lesion, holes filled (inside_chord.h), on the 50 % outline of a slice. Where it is shorter than
/// the longest diameter by no more than one pixel, pixel stairs made the difference: then it is the longest diameter itself.
struct InsideDiameter
{
  int slice = 0;
  Chord chord;
  bool is_exact = true;  ///< as in InsideChord, of all slices that were searched
};
InsideDiameter longest_inside(const MaskSlices& slices, const SliceDiameter& longest);
}  // namespace nadir::measure
