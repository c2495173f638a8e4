#pragma once

#include <optional>
#include <string>

#include "imaging/units/millimeters.h"

namespace nadir::imaging
{
/// How far a registration may be relied on, in figures that a person can weigh.
struct RegistrationQuality
{
  double information = 1.0;                  ///< normalised mutual information, 1 to 2, at the position found
  double information_before = 1.0;           ///< the same where the images lie by their own coordinates; 1 when they do not meet
  double information_misplaced = 1.0;        ///< the best of positions that are wrong on purpose
  double overlap = 0.0;                      ///< share of the fixed body that lies in the moving image
  double body_agreement = 0.0;               ///< Dice coefficient of the two bodies where both images have voxels
  double local_correlation = 0.0;            ///< mean squared correlation within about 10 mm over the body, once tissue may bend; 0 to 1
  double local_correlation_misplaced = 0.0;  ///< the same at the wrong positions without bending, highest
  std::optional<Millimeters> inconsistency;  ///< deformable: 90th percentile of |backward(forward(x)) - x| around the lesion
  std::optional<double> smallest_jacobian;   ///< deformable: local volume ratio, lowest and highest in the body
  std::optional<double> largest_jacobian;
  /// Share of the tissue that both images show alike; only where it is too even to tell the position all around (`even_position`).
  std::optional<double> even_share;
};

/// Limits under which a registration is refused. They were set on pairs of different patients (sarcomas of the thigh, gliomas) and pairs of
/// the same patient; figures in bench/registration/README.md.
struct QualityLimits
{
  double information_gain = 0.003;  ///< above the misplaced positions
  double overlap = 0.4;
  double body_agreement = 0.80;
  double local_correlation = 0.62;
  Millimeters inconsistency{8.0};
  Millimeters coarse_inconsistency{4.0};  ///< of the stiffer deformation that is taken where the finest one differs by more than the former
  double stiff_agreement = 0.9;  ///< local correlation from which a stiffer deformation, or none, stands where the finest is not told
  double smallest_jacobian = 0.05;
};

/// Why the registration must not be relied on; empty when it may.
std::string reasons_against(const RegistrationQuality& quality, const QualityLimits& limits = {});

/// The figures in one line for people.
std::string words_of(const RegistrationQuality& quality);
}  // namespace nadir::imaging
