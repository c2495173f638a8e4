#include "segmentation/tissue/adc_unit.h"

#include <array>
#include <cmath>
#include <string>

#include "imaging/units/number_text.h"
#include "imaging/volume/volume.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr std::array<double, 3> factors{1.0, 1e3, 1e6};
constexpr double lowest = 150.0, highest = 4500.0;        // 1e-6 mm2/s
constexpr double least_said = 10.0, most_said = 10000.0;  // a person may know better, but not against physics

std::optional<double> factor_of(const std::string& unit)
{
  if (unit == "1e-6 mm2/s" || unit == "um2/s") return 1.0;
  if (unit == "1e-3 mm2/s" || unit == "um2/ms") return 1e3;
  if (unit == "mm2/s") return 1e6;
  return std::nullopt;
}

bool is_of_tissue(double adc) { return adc >= lowest && adc <= highest; }

Failure question()
{
  return {TissueError::AdcUnit,
          "the values of the ADC map fit no unit of diffusion, or not the one its header gives (necrosis would be told by wrong numbers). "
          "Say it with --adc-unit 1e-6, 1e-3 or 1 (mm2/s), or leave the map out."};
}

Failure unfit(double median)
{
  return {TissueError::AdcUnit,
          "in the unit said with --adc-unit the median of the ADC map would be " + format_fixed(median, 1) +
              " x 1e-6 mm2/s, which no tissue has (necrosis would be told by wrong numbers). Say another unit, or leave the map out."};
}

/// Median of the values above 0; nothing when a fifth is below 0, which no diffusion coefficient is.
std::optional<double> usual_value(const std::vector<float>& values)
{
  std::vector<float> positive;
  std::size_t negative = 0;
  for (const float value : values)
  {
    if (value > 0.0F) positive.push_back(value);
    negative += value < 0.0F ? 1 : 0;
  }
  if (positive.empty() || negative * 4 > positive.size()) return std::nullopt;
  return quantile_of(std::move(positive), 0.5);
}
}  // namespace

Result<double> adc_factor(const imaging::Volume& image, const std::vector<float>& values, std::optional<AdcUnit> said)
{
  const auto usual = usual_value(values);
  if (!usual) return question();
  if (said)
  {
    const double factor = factors[static_cast<std::size_t>(*said)];
    if (factor * *usual >= least_said && factor * *usual <= most_said) return factor;
    return unfit(factor * *usual);
  }
  if (const auto given = factor_of(image.unit()))
  {
    if (is_of_tissue(*given * *usual)) return *given;
    return question();
  }
  for (const double factor : factors)
    if (is_of_tissue(factor * *usual)) return factor;
  return question();
}
}  // namespace nadir::segmentation
