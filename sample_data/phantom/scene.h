#pragma once

#include <vector>

#include "sample_data/phantom/thigh.h"
#include "sample_data/phantom/tumour.h"

namespace nadir::phantom
{
/// A lesion in the anatomy frame and what its solid part is.
struct SceneLesion
{
  Tumour tumour;
  Tissue solid = Tissue::ViableTumour;
};

/// What lies in the scanner at one time point: a thigh with its lesions, in the position of that day. Points are patient LPS, mm.
///
/// A lesion pushes the soft tissue around it aside without compressing it: what lay at the scaled distance t0 from the lesion's centre
/// lies at t, t^3 = t0^3 + 0.85, fading out at two and a half times the lesion's radius. The femur stays where it is.
class Scene
{
public:
  Scene(std::uint64_t seed, RigidMotion motion, std::vector<SceneLesion> lesions);

  TissueSample at(PatientPoint patient) const;

private:
  TissueSample lesion_at(const SceneLesion& lesion, PatientPoint anatomy) const;
  TissueSample node_at(const Tumour& node, PatientPoint anatomy) const;
  /// Where the tissue at a point lay before the lesions grew, and the level of the nearest tumour.
  struct Surroundings
  {
    PatientPoint origin;
    double level;
  };
  TissueSample surroundings_at(PatientPoint anatomy, const Surroundings& around) const;
  TissueSample with_oedema(TissueSample sample, PatientPoint anatomy, double level) const;

  Thigh thigh_;
  RigidMotion motion_;
  std::vector<SceneLesion> lesions_;
  SmoothNoise texture_;
};
}  // namespace nadir::phantom
