#pragma once

#include <string_view>

namespace nadir::segmentation
{
/// Why a prompt does not lead to a lesion.
enum class LesionError
{
  NoPrompt,            ///< neither line, nor point, nor foreground stroke
  NotANumber,          ///< a coordinate or radius is not finite
  OutsideImage,        ///< a point lies outside the image's voxels
  OutsideBody,         ///< the marked place holds no signal (air)
  ZeroLength,          ///< the long axis is shorter than two pixels, the short axis shorter than one
  NotInOneSlice,       ///< the two ends of an axis lie on different slices
  ShortAxisMisplaced,  ///< short axis on another slice, not crossing the long axis, longer than it, or not near perpendicular
  ExtentMisplaced,     ///< both points on one slice, the drawn slice not between them, or far from the lesion
  StrokeInvalid,       ///< no points, or a radius that is not positive or above 100 mm
  NotStrokes,          ///< a file of strokes that is neither the JSON form nor a label map of 1 and 2
  ChannelMismatch,     ///< no channel, or another channel does not overlap the first
};
std::string_view error_code(LesionError error);
}  // namespace nadir::segmentation
