#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "segmentation/mask/mask.h"

namespace nadir::viewer
{
/// A surface in the patient: LPS, mm. One outward unit normal a point; triangles name three points.
struct TriangleSurface
{
  std::vector<PatientPoint> points;
  std::vector<PatientVector> normals;
  std::vector<std::array<std::uint32_t, 3>> triangles;

  bool is_empty() const { return triangles.empty(); }
};

/// The surface of a mask, smoothed for looking at: flying edges half way between voxel centres, then a windowed sinc filter, which keeps
/// the volume. No measurement is taken from it. An empty mask has no triangles.
TriangleSurface lesion_surface(const segmentation::Mask& mask);

/// A straight rod with closed ends, for a diameter. radius in mm, > 0; from and to must differ.
TriangleSurface rod(PatientPoint from, PatientPoint to, double radius);
}  // namespace nadir::viewer
