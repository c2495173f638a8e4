#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/geometry/anatomical_plane.h"
#include "imaging/result/identities.h"
#include "imaging/units/millimeters.h"

namespace nadir::imaging
{
/// Where the distance between slices came from. Only positions are ever trusted.
enum class SpacingSource
{
  SlicePositions,  ///< Image Position (Patient) projected on the slice normal
  SingleSlice,     ///< one slice: there is no spacing, and no volume
};
std::string_view name_of(SpacingSource source);

enum class Severity
{
  Note,     ///< worth knowing, does not change a number
  Warning,  ///< a number may mislead
  Refusal,  ///< no volume can be measured on this stack
};
std::string_view name_of(Severity severity);

/// One thing found while the stack was put together. code is stable ("geometry.missing-slice"); text names slices, files and numbers.
struct GeometryRemark
{
  Severity severity = Severity::Note;
  std::string code;
  std::string text;
};

/// How a volume's geometry came about, so that its numbers can be trusted or not. Lengths mm, frame LPS.
struct GeometryCertificate
{
  SpacingSource spacing_source = SpacingSource::SlicePositions;
  Millimeters pixel_spacing_row;                      ///< between rows (first value of Pixel Spacing)
  Millimeters pixel_spacing_column;                   ///< between columns
  std::optional<Millimeters> slice_thickness;         ///< (0018,0050), as declared
  std::optional<Millimeters> declared_slice_spacing;  ///< (0018,0088), as declared; never used
  std::optional<Millimeters> slice_spacing;           ///< median step between neighbouring slices, along the normal
  std::optional<Millimeters> gap;                     ///< slice spacing - thickness; negative = overlapping slices
  Millimeters largest_step_deviation;                 ///< from the median step
  Millimeters largest_in_plane_drift;                 ///< sideways shift of a slice from the stack's axis (gantry tilt)
  int slices = 0;
  int missing_slices = 0;
  int duplicate_slices = 0;
  bool uniform = false;  ///< steps as even as slice_steps.h demands, none missing, none double
  AnatomicalPlane plane = AnatomicalPlane::Axial;
  double obliquity_degrees = 0.0;
  FrameOfReferenceUid frame_of_reference;  ///< empty when the files give none
  std::string laterality;                  ///< "L", "R", "B" or "" when the files give none
  std::vector<GeometryRemark> remarks;

  /// True when no remark is a refusal: the stack may be measured in three dimensions.
  bool is_measurable() const;
};
}  // namespace nadir::imaging
