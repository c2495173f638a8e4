#pragma once

#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/units/millimeters.h"
#include "segmentation/mask/mask.h"

namespace nadir::segmentation
{
enum class BrushShape
{
  Disc,  ///< in the slices of the path's points only
  Ball,  ///< in every slice it reaches
};

/// What a brush of some size covers while it is drawn along a path. Patient LPS, mm.
struct BrushStroke
{
  std::vector<PatientPoint> path;  ///< one point = a dab; between points the brush moves straight
  Millimeters radius;              ///< > 0
  BrushShape shape = BrushShape::Disc;
};

/// The mask and the voxels whose centre a stroke covers. The voxel under each point of the path is always taken, however small the brush.
/// What lies outside the grid is left out. An empty path changes nothing.
Mask paint(const Mask& mask, const BrushStroke& stroke);

/// The mask without the voxels that `paint` would have added.
Mask erase(const Mask& mask, const BrushStroke& stroke);
}  // namespace nadir::segmentation
