#pragma once

#include <functional>
#include <vector>

#include "imaging/registration/deformation.h"
#include "imaging/registration/field_fit.h"
#include "imaging/volume/float_image.h"

namespace nadir::imaging
{
/// Images of one resolution as the search for a deformation sees them: the same features of both.
struct FeaturePair
{
  FloatImage fixed;
  FloatImage moving;
  std::vector<float> weight;  ///< of each fixed voxel, 0 to 1
};

struct FieldSearchConfig
{
  double control_spacing = 20.0;  ///< mm
  Stiffness stiffness;
  int iterations = 8;
  double robust = 1.0;  ///< a difference of features this large counts a quarter
};

/// Improves a deformation so that the features agree: Gauss-Newton steps on the sum of squared differences (Geman-McClure weights), slopes
/// of both images averaged, damped until the energy falls. The result's lattice has the spacing asked for.
Deformation improved_field(const FeaturePair& pair, const Deformation& start, const FieldSearchConfig& config);
}  // namespace nadir::imaging
