#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "imaging/registration/rigid_pose.h"
#include "imaging/registration/trilinear.h"
#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// Normalised mutual information (H(F) + H(M)) / H(F, M) of two images under a rigid transform, 1 (independent) to 2.
///
/// Joint histogram of 32 x 32 bins over the 1st to 99th percentile of the body's values; fixed values fall into one bin, moving values are
/// spread by a cubic B-spline, which makes the slope analytic. Only points that land inside the moving image count. Sources: Studholme et
/// al., Pattern Recognition 1999;32:71; Mattes et al., IEEE Trans Med Imaging 2003;22:120.
class MutualInformation
{
public:
  /// An image and its body (one byte a voxel).
  struct Side
  {
    const FloatImage& image;
    const std::vector<std::uint8_t>& body;
  };
  struct Value
  {
    double information = 1.0;  ///< 1 where fewer than `least_overlap` of the points land inside
    double overlap = 0.0;      ///< share of the points that land inside
  };
  struct Slope
  {
    Value value;
    std::array<double, 6> gradient{};  ///< of the information, per mm of each number of the pose
  };

  static constexpr double least_overlap = 0.35;

  /// Points: the voxels of the fixed body, at most `at_most` of them, evenly thinned out. Both images must outlive this; all values finite.
  MutualInformation(Side fixed, Side moving, PatientPoint centre, std::size_t at_most);

  Value value(const RigidPose& pose) const;
  Slope slope(const RigidPose& pose) const;
  std::size_t points() const { return points_.size(); }

private:
  struct Point
  {
    float left, posterior, superior;  ///< from the centre, mm
    std::uint32_t bin;
  };
  struct Histogram;
  struct Placement;
  Placement placement(const RigidPose& pose) const;
  Histogram histogram(const Placement& placement) const;
  Value value_of(const Histogram& histogram) const;
  double moving_bin(double value) const;

  std::vector<Point> points_;
  Trilinear moving_;
  const ImageGeometry* grid_;
  double low_ = 0.0;
  double scale_ = 1.0;
};
}  // namespace nadir::imaging
