#pragma once

#include <functional>

#include "segmentation/mask/mask.h"

/// Solids with known volumes on an oblique grid of thick slices.
namespace nadir::testing
{
/// A place along the grid's axes, mm from the grid's middle.
struct Offset
{
  double i = 0.0;
  double j = 0.0;
  double k = 0.0;
};

/// 120 x 110 x 31 voxels of 0.7 x 0.8 x 3.0 mm, turned and moved in the patient; with an odd number of slices there is a middle one.
ImageGeometry oblique_grid();

/// The point of the patient at an offset from the middle of a grid.
PatientPoint at(const ImageGeometry& geometry, Offset offset);

/// The voxels whose centre has the property.
segmentation::Mask solid(const ImageGeometry& geometry, const std::function<bool(Offset)>& contains);

segmentation::Mask ball(const ImageGeometry& geometry, double radius, Offset center = {});

double volume_mm3(const segmentation::Mask& mask);
double ball_volume_mm3(double radius);

/// Radius of the ball of the same volume.
double equivalent_radius(const segmentation::Mask& mask);

bool same_voxels(const segmentation::Mask& a, const segmentation::Mask& b);
}  // namespace nadir::testing
