#pragma once

#include <array>
#include <optional>
#include <span>

#include "imaging/geometry/patient_point.h"

namespace nadir::imaging
{
/// One tissue seen at one place: signal relative to that tissue's usual signal.
struct ShadingSample
{
  PatientPoint place;     ///< LPS, mm
  double relative = 1.0;  ///< > 0
};

/// Smooth multiplicative shading of a receive coil: the exponential of a quadratic in patient coordinates (LPS, mm).
///
/// A quadratic bends once over the field, as the sensitivity of a surface or array coil does across a limb; higher orders would follow
/// anatomy. Dimensionless; its geometric mean over the samples it was fitted to is 1.
class ShadingField
{
public:
  /// No shading.
  ShadingField() = default;

  /// Least squares on the logarithms of samples of ONE tissue. Curvature is held back by a ridge worth `ridge` of the samples, so that few
  /// or one-sided samples give a slope and no wild bend. Nothing when there are fewer than 30 samples or they lie in one place. Beyond the
  /// range of factors seen at the samples (1st to 99th percentile), at() stays at that range's end.
  static std::optional<ShadingField> fit(std::span<const ShadingSample> samples, double ridge = 0.02);

  double at(PatientPoint place) const;

private:
  static constexpr std::size_t terms = 10;
  using Terms = std::array<double, terms>;
  Terms terms_at(PatientPoint place) const;
  double exponent_at(PatientPoint place) const;

  PatientPoint centre_{};
  double scale_ = 1.0;  ///< mm
  Terms weights_{};
  double lowest_ = 0.0;
  double highest_ = 0.0;
};
}  // namespace nadir::imaging
