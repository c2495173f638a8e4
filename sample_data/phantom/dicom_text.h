#pragma once

#include <string>

#include "imaging/geometry/image_geometry.h"

namespace nadir::phantom
{
/// "x\y\z" in mm with six decimals, each value at most 16 characters (DS).
std::string point_text(PatientPoint point);
/// The six direction cosines of rows and columns with ten decimals (DS).
std::string orientation_text(const GridAxes& axes);
/// Pixel Spacing: between rows, then between columns.
std::string pixel_spacing_text(const VoxelSpacing& spacing);
/// A DICOM time some seconds after another ("101500", 75 -> "101615").
std::string time_after(const std::string& time, int seconds);
}  // namespace nadir::phantom
