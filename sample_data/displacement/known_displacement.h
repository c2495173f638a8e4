#pragma once

#include <cstdint>

#include "imaging/registration/rigid_transform.h"
#include "imaging/volume/float_image.h"
#include "sample_data/phantom/smooth_noise.h"

namespace nadir::sample_data
{
/// What happens to an image between two examinations. Lengths in mm, angles in degrees.
struct DisplacementPlan
{
  std::uint64_t seed = 1;
  double turn = 5.0;
  double shift = 8.0;
  double field_mean = 6.0;     ///< mean length of the smooth displacement
  double field_scale = 60.0;   ///< size of its features
  double bend = 0.0;           ///< curvature of the limb about the posterior axis, degrees per 100 mm along the superior axis
  double lesion_factor = 1.0;  ///< linear size of the lesion at follow-up
  PatientPoint lesion_centre{};
  double lesion_radius = 1.0;
};

/// Where each point of the follow-up comes from: rigid motion, smooth random field, bending, lesion made smaller or larger with its
/// surroundings.
class KnownDisplacement
{
public:
  KnownDisplacement(const DisplacementPlan& plan, PatientPoint centre);
  PatientPoint moving_to_fixed(PatientPoint point) const;

private:
  PatientVector field(PatientPoint point) const;

  DisplacementPlan plan_;
  PatientPoint centre_;
  imaging::RigidTransform rigid_;
  phantom::SmoothNoise noise_;
  double field_length_ = 0.0;
};

/// What another coil and another day do to the values.
struct CoilPlan
{
  std::uint64_t seed = 1;
  double shading = 0.15;  ///< relative, over the field of view
  double gain = 1.3;
  double noise = 0.03;  ///< standard deviation relative to the 99th percentile
};

/// The follow-up of `fixed` on `grid`; 0 where the source ends.
imaging::FloatImage displaced_image(const imaging::FloatImage& fixed, const ImageGeometry& grid, const KnownDisplacement& displacement,
                                    const CoilPlan& coil);
}  // namespace nadir::sample_data
