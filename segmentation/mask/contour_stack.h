#pragma once

#include <string>
#include <vector>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"

namespace nadir::segmentation
{
/// A closed planar polygon as it was drawn, patient LPS mm. The last point is not a repetition of the first.
using Contour = std::vector<PatientPoint>;

/// All contours of one slice. Overlapping contours combine by exclusive or, as in RTSTRUCT practice (holes).
struct ContourPlane
{
  double offset = 0.0;          ///< position along the stack's normal, mm
  SopInstanceUid sop_instance;  ///< image the contours refer to; empty when the file names none
  std::vector<Contour> contours;
};

/// A lesion drawn as contours on parallel planes (RTSTRUCT).
struct ContourStack
{
  PatientVector normal{0, 0, 1};     ///< unit vector, LPS
  double plane_spacing = 0.0;        ///< mm between planes, from their positions; 0 for a single plane
  bool uniform = false;              ///< equal steps within 1 % or 0.01 mm (missing planes in between included)
  std::vector<ContourPlane> planes;  ///< ascending offset
};
}  // namespace nadir::segmentation
