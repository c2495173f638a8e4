#pragma once

#include <optional>
#include <string>
#include <vector>

#include "imaging/units/milliliters.h"
#include "measure/lesion/evidence.h"

namespace nadir::measure
{
/// Three estimates of one volume, mL. Slice gaps are counted: a voxel stands for spacing, not thickness.
struct VolumeEstimates
{
  Milliliters voxels;    ///< voxel count x voxel volume (contours: polygon raster)
  Milliliters surface;   ///< inside of the triangulated boundary (marching cubes, level 0.5), as IBSI "volume (mesh)"
  Milliliters contours;  ///< sub-pixel contour area of each slice x slice spacing
};

/// Everything measured on one lesion at one time point.
struct LesionSize
{
  Caliper longest_diameter;      ///< RECIST: in the acquired plane, hull length, necrosis included
  Caliper short_axis;            ///< longest chord perpendicular to it, same slice
  double who_product_mm2 = 0.0;  ///< longest diameter x short axis
  Caliper longest_in_any_plane;  ///< longest over acquired plane and the two orthogonal reformats
  Caliper feret_3d;              ///< longest distance between two surface points
  Caliper longest_inside;        ///< longest in-plane chord that stays inside the lesion (concave shapes)
  std::string no_volume;         ///< why there is no volume, "" = there is one; without it all volumes and lengths in space are void
  Milliliters volume;            ///< = volume_estimates.voxels for masks, .contours for contours
  VolumeEstimates volume_estimates;
  Milliliters volume_spread;         ///< largest - smallest estimate
  Milliliters volume_uncertainty;    ///< one standard deviation, from voxel size and surface
  Millimeters diameter_uncertainty;  ///< one standard deviation of the longest diameter, from pixel size
  Millimeters slice_spacing;
  int slices = 0;  ///< slices with tumour
  int parts = 1;   ///< 26-connected components
  Evidence evidence;
  std::vector<std::string> warnings;
};
}  // namespace nadir::measure
