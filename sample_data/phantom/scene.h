#pragma once

#include <vector>

#include "sample_data/phantom/lobulated_ellipsoid.h"
#include "sample_data/phantom/thigh.h"

namespace nadir::phantom
{
/// A lesion in the anatomy frame. The part of it with level below core_scale is liquefied, so the necrotic fraction is core_scale^3.
struct SceneLesion
{
  LobulatedEllipsoid shape;
  double core_scale = 0.0;
  Tissue solid = Tissue::ViableTumour;
};

/// What lies in the scanner at one time point: a thigh with its lesions, in the position of that day. Points are patient LPS, mm.
///
/// A lesion pushes the soft tissue around it aside without compressing it: what lay at the scaled distance t0 from the lesion's centre
/// lies at t, t^3 = t0^3 + 0.85, fading out at three times the lesion's radius. The femur stays where it is.
class Scene
{
public:
  Scene(std::uint64_t seed, RigidMotion motion, std::vector<SceneLesion> lesions);

  TissueSample at(PatientPoint patient) const;

private:
  TissueSample lesion_at(const SceneLesion& lesion, PatientPoint anatomy, double level) const;
  TissueSample surroundings_at(PatientPoint anatomy) const;

  Thigh thigh_;
  RigidMotion motion_;
  std::vector<SceneLesion> lesions_;
  SmoothNoise texture_;
};
}  // namespace nadir::phantom
