#pragma once

#include <vector>

#include "imaging/geometry/image_geometry.h"

namespace nadir::imaging
{
/// A smooth displacement of every point, by cubic B-splines between control points on a regular lattice. Frame: patient LPS, mm.
///
/// Beyond the lattice the outermost control points go on. A value; copies share nothing.
class SplineField
{
public:
  /// `controls`: one displacement a control point, i fastest, then j, then k; as many as the lattice has.
  SplineField(ImageGeometry lattice, std::vector<PatientVector> controls);

  PatientVector operator()(PatientPoint point) const;

  const ImageGeometry& lattice() const { return lattice_; }
  const std::vector<PatientVector>& controls() const { return controls_; }

private:
  ImageGeometry lattice_;
  std::vector<PatientVector> controls_;
};
}  // namespace nadir::imaging
