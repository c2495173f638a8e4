#include "segmentation/tissue/adc_range.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "imaging/units/number_text.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr double least_of_most = 450.0;  // 1e-6 mm2/s: the ninth decile of any living region
constexpr double least_reference = 500.0, most_reference = 2500.0;
constexpr double most_liquid = 3500.0;
constexpr std::size_t fewest = 50;

/// The quantile of the values above 0; nothing where these are few.
std::optional<double> quantile_above_zero(std::vector<float> values, double quantile)
{
  std::erase_if(values, [](float value) { return !(value > 0.0F); });
  if (values.size() < fewest) return std::nullopt;
  return quantile_of(std::move(values), quantile);
}

std::string said_in_words(double adc) { return format_fixed(adc, 0) + " x 1e-6 mm2/s"; }

std::string too_low(double adc)
{
  return "nine tenths of the ADC of the lesion and of all that lies around it are below " + said_in_words(adc) +
         ", but living muscle has 1200 to 1800 and brain 700 to 1000";
}
}  // namespace

Result<std::vector<std::string>> adc_range_words(const AdcSamples& samples, const std::optional<AdcUnit>& said)
{
  std::vector<std::string> words;
  auto all = samples.around;
  all.insert(all.end(), samples.lesion.begin(), samples.lesion.end());
  const auto most = quantile_above_zero(std::move(all), 0.9);
  const bool is_low = most && *most < least_of_most;
  if (is_low && !said)
    return Failure{TissueError::AdcUnit, too_low(*most) +
                                             " (the map may be scaled wrongly, by ten for example, and liquid would be missed). Say its "
                                             "unit with --adc-unit, or leave the map out."};
  if (is_low)
    words.push_back(too_low(*most) +
                    ": the map may be scaled wrongly, in spite of the unit that was said; do not trust what it says of liquid");
  const auto reference = quantile_above_zero(samples.reference, 0.5);
  if (!is_low && reference && (*reference < least_reference || *reference > most_reference))
    words.push_back("the ADC of the reference tissue is " + said_in_words(*reference) +
                    " in the middle, but muscle has 1200 to 1800 and brain 700 to 1000: the map may be scaled or computed wrongly, and "
                    "liquid told wrongly");
  const auto liquid = quantile_above_zero(samples.lesion, 0.75);
  if (liquid && *liquid > most_liquid)
    words.push_back("a quarter of the lesion has an ADC above " + said_in_words(*liquid) +
                    ", but water at body temperature has 3000: the map may be scaled or computed wrongly");
  return words;
}
}  // namespace nadir::segmentation
