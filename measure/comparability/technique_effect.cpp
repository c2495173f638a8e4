#include "measure/comparability/technique_effect.h"

#include <cmath>
#include <numbers>

namespace nadir::measure
{
namespace
{
constexpr double length_to_width = 1.27;
constexpr double volume_scatter_percent = 8.4;
constexpr double loss_scatter = 0.894;  ///< standard deviation over mean of the square of an evenly spread offset: 2 / sqrt(5)
constexpr double fat_shift_ppm = 3.5;
constexpr double megahertz_per_tesla = 42.577;
constexpr double reader_variation = 0.028;
constexpr double border_pixels = 1.5;
constexpr double contrast_share = 0.5;

/// A sphere's volume goes with the third power of its diameter.
TechniqueEffect lengthened(double diameter_mm, double by_mm) { return {by_mm, 300.0 * by_mm / diameter_mm}; }
}  // namespace

TechniqueEffect effect_of_tilt(double diameter_mm, double tilt_degrees)
{
  const double tilt = tilt_degrees * std::numbers::pi / 180.0;
  const double c = std::cos(tilt), s = std::sin(tilt) / length_to_width;
  // The volume is summed over all slices, whatever their direction.
  return {diameter_mm * (1.0 / std::sqrt(c * c + s * s) - 1.0), 0.0};
}

TechniqueEffect effect_of_slices(double diameter_mm, double spacing_a, double spacing_b)
{
  const double radius = 0.5 * diameter_mm;
  const auto scatter = [&](double spacing) { return volume_scatter_percent * (spacing / radius) * (spacing / radius); };
  const auto loss = [&](double spacing) { return spacing * spacing / (6.0 * diameter_mm * length_to_width * length_to_width); };
  const double a = loss(spacing_a), b = loss(spacing_b);
  return {std::hypot(a - b, loss_scatter * a, loss_scatter * b), std::hypot(scatter(spacing_a), scatter(spacing_b))};
}

TechniqueEffect effect_of_pixels(double diameter_mm, double pixel_a, double pixel_b)
{
  return lengthened(diameter_mm, std::sqrt((pixel_a * pixel_a + pixel_b * pixel_b) / 6.0));
}

double fat_shift_mm(double field_strength_tesla, double bandwidth_hz, double pixel_mm)
{
  return fat_shift_ppm * megahertz_per_tesla * field_strength_tesla / bandwidth_hz * pixel_mm;
}

TechniqueEffect effect_of_shift(double diameter_mm, double shift_mm) { return lengthened(diameter_mm, shift_mm); }

TechniqueEffect effect_of_disturbance(double diameter_mm, double pixel_mm, double disturbance)
{
  return lengthened(diameter_mm, std::numbers::sqrt2 * border_pixels * pixel_mm * disturbance / contrast_share);
}

TechniqueEffect effect_of_another_contrast(double diameter_mm)
{
  return lengthened(diameter_mm, 1.96 * std::numbers::sqrt2 * reader_variation * diameter_mm);
}
}  // namespace nadir::measure
