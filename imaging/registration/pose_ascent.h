#pragma once

#include "imaging/registration/mutual_information.h"

namespace nadir::imaging
{
struct AscentConfig
{
  int iterations = 30;
  double first_step = 4.0;   ///< mm, along the steepest slope
  double least_step = 0.01;  ///< mm; a shorter step ends the search
};

/// A pose and how well it fits.
struct FittedPose
{
  RigidPose pose;
  MutualInformation::Value value;
};

/// Climbs from `start` to the nearest maximum: quasi-Newton (BFGS) with a halving line search. Never ends lower than it began.
FittedPose climbed(const MutualInformation& information, const RigidPose& start, const AscentConfig& config);
}  // namespace nadir::imaging
