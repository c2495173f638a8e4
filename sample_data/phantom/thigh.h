#pragma once

#include <cstdint>

#include "imaging/geometry/patient_point.h"
#include "sample_data/phantom/smooth_noise.h"
#include "sample_data/phantom/tissue_sample.h"

namespace nadir::phantom
{
/// A right thigh without a tumour: skin, subcutaneous fat with septa and veins, deep fascia, the muscles of the three compartments
/// with fat planes between them, femur with cortex and fatty marrow, femoral vessels, sciatic nerve. The seed varies build and detail.
///
/// Frame: anatomy, mm, axes as LPS (left = medial for a right thigh), origin in the middle of the thigh, z along the limb.
class Thigh
{
public:
  explicit Thigh(std::uint64_t seed);

  TissueSample at(PatientPoint anatomy) const;
  /// Femur only, which a growing mass does not push aside: true inside its outer surface.
  bool is_in_femur(PatientPoint anatomy) const;
  TissueSample femur_at(PatientPoint anatomy) const;

private:
  TissueSample subcutaneous_at(PatientPoint p, double depth) const;
  TissueSample compartments_at(PatientPoint p) const;
  TissueSample muscle_at(PatientPoint p, std::size_t muscle, double patch) const;

  SmoothNoise planes_, septa_, fibres_, contour_;
  double fat_factor_;  ///< thickness of the subcutaneous fat against the average
};
}  // namespace nadir::phantom
