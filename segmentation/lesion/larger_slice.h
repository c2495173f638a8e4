#pragma once

#include <optional>
#include <string>

#include "segmentation/lesion/left_out_rim.h"
#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// A slice in which a lesion is larger than in the one its axes were drawn in.
struct LargerSlice
{
  int slice = 0;            ///< k in the image
  double distance = 0.0;    ///< mm from the drawn slice
  double area_ratio = 1.0;  ///< of its section there over the one in the drawn slice
};

/// The slice with the largest section of a found mask, where that is plainly larger than the drawn slice's; `drawn` is the slice's k.
LargerSlice larger_in_mask(const PlacedMask& mask, int drawn, double spacing);

/// The same by the image alone: a mask keeps close to the shape that was drawn. The drawn ellipse is followed from slice to slice, moved
/// and scaled to where the values of the drawn lesion end. Only where the drawn slice tells lesion and surroundings apart and its own
/// ellipse is found again, and the section either shrinks again farther on or (in plain sight) doubles within half a diameter: what keeps
/// its size may be muscle of the same signal. Limits: chosen on 312 prompts for the 12 sarcomas (README.md of this folder). `signal`:
/// values on the grid, any unit; none: nothing is seen.
std::optional<LargerSlice> larger_in_image(const LesionGrid& grid, const CellValues& signal, const ImageGeometry& geometry);

/// A warning in words; nothing where the drawn slice is about the largest.
std::optional<std::string> warning_of_larger_slice(const LargerSlice& larger, int drawn);
}  // namespace nadir::segmentation::lesion
