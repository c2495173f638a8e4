#pragma once

#include <optional>
#include <string>

#include "imaging/geometry/patient_point.h"
#include "imaging/result/identities.h"
#include "imaging/units/millimeters.h"

namespace nadir::measure
{
/// A straight line in the patient with the slice it lies on: enough to find the pixels again. LPS, mm.
struct Caliper
{
  PatientPoint from;
  PatientPoint to;
  Millimeters length;
  SeriesUid series;             ///< empty when the input names no series
  SopInstanceUid sop_instance;  ///< empty when the line lies on no single image
  std::optional<int> slice;     ///< slice k of the mask's or series' grid
};

/// Says where a measurement came from.
struct Evidence
{
  std::string source;       ///< "mask", "contours", "caliper", "segmentation" (of a stroke), "propagation", "reader"
  std::string mask_digest;  ///< SHA-256 of the mask file; "" for a caliper
  SeriesUid series;
  FrameOfReferenceUid frame_of_reference;
  std::string end_point_rule;  ///< in words: where a diameter ends
};
}  // namespace nadir::measure
