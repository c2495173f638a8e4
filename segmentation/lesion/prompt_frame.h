#pragma once

#include "imaging/geometry/image_geometry.h"
#include "segmentation/lesion/lesion_prompt.h"

namespace nadir::segmentation::lesion
{
/// The lesion's own frame as the prompt gives it: axes of the drawn slice, half lengths in mm. Frame: patient LPS.
///
/// A point at x along the long axis, y across it and z along the slices' normal has the normalised coordinates x / half_long,
/// y / half_short, z / up (or z / down below the drawn slice): the two half ellipsoids of the prompt are the unit ball.
struct PromptFrame
{
  PatientPoint center;            ///< in the drawn slice, where the axes' middles say
  PatientVector along{1, 0, 0};   ///< unit vector of the long axis, in the slice plane
  PatientVector across{0, 1, 0};  ///< unit vector of the short axis, in the slice plane
  PatientVector normal{0, 0, 1};  ///< of the slices, towards growing k
  double half_long = 1.0;         ///< mm
  double half_short = 1.0;        ///< mm
  double up = 1.0;                ///< mm from the drawn slice's middle to the end of the lesion towards growing k
  double down = 1.0;              ///< mm towards falling k
  PatientVector lean_up;          ///< how far the lesion's middle has moved within the slices at its upper end, mm
  PatientVector lean_down;        ///< and at its lower end
  int slice = 0;                  ///< k of the drawn slice
  bool short_known = false;
  bool extent_known = false;

  /// Displacement of the lesion's middle at a height over the drawn slice, mm.
  PatientVector drift(double height) const;
};

/// Typical shapes of soft-tissue sarcomas where the prompt does not tell: half lengths over that of the long axis.
/// Source: medians of the 12 sarcomas in the training set (README.md of this folder).
struct TypicalShape
{
  double short_to_long = 0.75;
  double end_to_half_long = 1.10;  ///< across axial slices
  double end_to_half_short = 1.0;  ///< across coronal and sagittal slices: as deep as wide (not in the training set, which is axial)
};

/// How wide the lesion is across the long axis: half length, and offset of its middle along `across`, mm.
struct ShownWidth
{
  double half_short = 1.0;
  double offset = 0.0;
};

/// Frame of a checked prompt with a long axis; `geometry` is the image's.
PromptFrame frame_of_axes(const ImageGeometry& geometry, const LesionPrompt& prompt, const TypicalShape& typical = {});

/// The same frame with the width that the image shows; the lesion's typical ends follow it.
PromptFrame widened(const ImageGeometry& geometry, const LesionPrompt& prompt, PromptFrame frame, ShownWidth width);

/// Frame of a round lesion of this radius around a point.
PromptFrame frame_of_ball(const ImageGeometry& geometry, PatientPoint center, double radius);

/// Takes over first and last slice, if the prompt gives them, and how the lesion leans towards the points marked there.
void apply_extent(const ImageGeometry& geometry, const LesionPrompt& prompt, PromptFrame& frame);
}  // namespace nadir::segmentation::lesion
