#pragma once

#include <vector>

#include "measure/size/plane_point.h"
#include "segmentation/mask/contour_stack.h"
#include "segmentation/mask/mask.h"

namespace nadir::measure
{
/// A contour stack in the coordinates of its own planes: x and y in the plane (mm), height along the normal (mm).
///
/// x is the patient axis (left, or posterior for sagittal stacks) turned into the plane, y = normal x x-axis.
class ContourSlices
{
public:
  explicit ContourSlices(const segmentation::ContourStack& stack);

  std::size_t count() const { return planes_.size(); }
  const std::vector<Polygon>& plane(std::size_t number) const { return planes_[number]; }
  double height(std::size_t number) const { return heights_[number]; }
  std::vector<PlanePoint> points(std::size_t number) const;
  PatientPoint to_patient(PlanePoint point, double height) const;

  /// Mask of the voxels whose centre is covered an odd number of times by the contours of their plane; one slice a plane, square
  /// pixels of 1/256 of the larger in-plane extent, but at least 0.1 mm. The planes lie `spacing` apart.
  segmentation::Mask raster(double spacing) const;

private:
  PatientVector x_axis_;
  PatientVector y_axis_;
  PatientVector normal_;
  std::vector<std::vector<Polygon>> planes_;
  std::vector<double> heights_;
};
}  // namespace nadir::measure
