#pragma once

#include <iosfwd>

#include "imaging/volume/volume.h"
#include "segmentation/mask/mask.h"

namespace nadir::testing
{
/// A limb (elliptical cylinder with bone, muscles of different signal and fat) with a bright ball in it; distances in mm, patient LPS.
struct BallLimb
{
  PatientPoint centre{-12, 8, 4};  ///< of the ball
  double radius = 14.0;            ///< 0 = no ball
  double dead_radius = 0.0;        ///< of the dark core
  PatientVector shift{};           ///< of the whole limb
  double gain = 1.0;               ///< of the coil
  double shading = 0.0;            ///< share of the signal lost far from a coil 70 mm to the left; 0 = none
  double ball_value = 900.0;
  double fat_value = 150.0;  ///< suppressed; 1000 where it is not
  double septum = 0.0;       ///< thickness of a plate of fat that runs through the limb beside the ball's centre, where the ball is not
  double dead_value = 300.0;
  double oedema = 0.0;  ///< thickness of the swollen tissue around the ball
  double oedema_value = 800.0;
};

void PrintTo(const BallLimb& limb, std::ostream* out);

/// The image on a grid of 1.5 x 1.5 x 4 mm, with noise; and the voxels whose centres lie in the ball.
imaging::Volume image_of(const BallLimb& limb);
segmentation::Mask mask_of(const BallLimb& limb);
/// The same without the dark core.
segmentation::Mask living_mask_of(const BallLimb& limb);

/// Dice coefficient of two masks of one grid.
double dice(const segmentation::Mask& a, const segmentation::Mask& b);
}  // namespace nadir::testing
