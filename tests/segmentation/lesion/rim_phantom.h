#pragma once

#include <cstdint>
#include <memory>

#include "segmentation/lesion/segment_lesion.h"

namespace nadir::testing
{
enum class PhantomFat
{
  Bright,  ///< without fat suppression
  Suppressed,
};

/// A thigh with a lesion of a living rim around a liquefied core. Lengths in mm, signals in units of the scanner. Frame: LPS.
///
/// Thigh: a cylinder of muscle, fat under the skin, thin planes of fat between muscles, femur (cortex around marrow). Lesion: an ellipsoid,
/// its core the ellipsoid within it that is a rim's thickness smaller all round. Voxels average 2 x 2 x 4 points (partial volume).
struct RimSpec
{
  double half_long = 22.0;
  double half_short = 16.0;
  double half_height = 22.0;  ///< along the limb, before tilting
  double rim = 5.0;
  double turn = 0.6;  ///< of the long axis within the slice, radians
  double tilt = 0.0;  ///< of the lesion's height against the limb, radians
  double pixel = 0.9;
  double slice = 5.0;  ///< thickness and spacing
  double muscle = 300.0;
  double rim_signal = 620.0;
  double core_signal = 170.0;
  double lobes = 0.0;    ///< relative waves of the surface, five around the long axis
  double noise = 18.0;   ///< standard deviation
  double shading = 0.0;  ///< fall of the coil's sensitivity from front to back, share of the mean
  PhantomFat fat = PhantomFat::Suppressed;
  std::uint32_t seed = 1;
};

struct RimPhantom
{
  std::shared_ptr<const imaging::Volume> image;
  segmentation::Mask lesion;  ///< voxels at least half inside
  segmentation::Mask core;
  double volume_ml = 0.0;  ///< of the points inside
  double necrotic_fraction = 0.0;
};

RimPhantom rim_phantom(const RimSpec& spec = {});

/// Share of a mask's voxels that lie in the core.
double core_share(const RimPhantom& phantom, const segmentation::Mask& mask);
}  // namespace nadir::testing
