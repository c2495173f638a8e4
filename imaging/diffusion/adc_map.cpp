#include "imaging/diffusion/adc_map.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "imaging/diffusion/noise_level.h"

namespace nadir::imaging
{
namespace
{
constexpr Millimeters grid_tolerance{0.1};
constexpr double same_b_value = 1.0;    ///< s/mm2
constexpr double to_micrometers = 1e6;  ///< mm2/s -> 1e-6 mm2/s

std::vector<double> different_b_values(std::span<const DiffusionImage> images)
{
  std::vector<double> values;
  for (const auto& image : images) values.push_back(image.b_value);
  std::ranges::sort(values);
  const auto doubles = std::ranges::unique(values, [](double a, double b) { return b - a < same_b_value; });
  values.erase(doubles.begin(), doubles.end());
  return values;
}

bool is_valid_b(const DiffusionImage& image) { return std::isfinite(image.b_value) && image.b_value >= 0.0; }

bool lie_on_one_grid(std::span<const DiffusionImage> images)
{
  const auto& first = images.front().volume->geometry();
  return std::ranges::all_of(images,
                             [&](const DiffusionImage& image) { return image.volume->geometry().coincides_with(first, grid_tolerance); });
}

std::optional<Failure> problem_with(std::span<const DiffusionImage> images, const AdcConfig& config)
{
  if (!std::ranges::all_of(images, is_valid_b))
    return Failure{DiffusionError::BadBValue, "a b-value is negative or no number (the ADC would be wrong). Check the diffusion series."};
  if (different_b_values(images).size() < 2)
    return Failure{DiffusionError::TooFewBValues,
                   "fewer than two different b-values (an ADC needs two). Choose a diffusion series with at least two."};
  if (!lie_on_one_grid(images))
    return Failure{DiffusionError::GridsDiffer,
                   "the diffusion images do not lie on one grid (voxels would not match). Use images of one series."};
  if (config.noise_sigma && !(std::isfinite(*config.noise_sigma) && *config.noise_sigma >= 0.0))
    return Failure{DiffusionError::BadNoise,
                   "the noise level is negative or no number (the noise floor would be wrong). Give the standard deviation in air."};
  return std::nullopt;
}

const DiffusionImage& highest_b(std::span<const DiffusionImage> images)
{
  return *std::ranges::max_element(images, {}, &DiffusionImage::b_value);
}

/// Of all voxels together.
double total_signal(const Volume& image)
{
  double total = 0.0;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k))
      if (std::isfinite(value)) total += static_cast<double>(value);
  return total;
}

/// Diffusion takes signal away (Stejskal and Tanner 1965). Where it rises with b, b-values are swapped or the images are scaled apart.
bool signal_rises(std::span<const DiffusionImage> images)
{
  const auto& lowest = *std::ranges::min_element(images, {}, &DiffusionImage::b_value);
  return total_signal(*highest_b(images).volume) > total_signal(*lowest.volume);
}

/// Fits one voxel after another.
class AdcFit
{
public:
  AdcFit(std::span<const DiffusionImage> images, AdcWeighting weighting, double floor)
      : images_(images), weighting_(weighting), floor_(floor), highest_(highest_b(images).b_value)
  {
  }

  /// ADC of slice k, 1e-6 mm2/s; NaN where masked.
  void fit(int k, std::span<float> adc) const
  {
    std::vector<std::vector<float>> signals;
    for (const auto& image : images_) signals.push_back(image.volume->slice(k));
    for (std::size_t n = 0; n < adc.size(); ++n) adc[n] = static_cast<float>(fit_voxel(signals, n));
  }

private:
  double fit_voxel(const std::vector<std::vector<float>>& signals, std::size_t voxel) const
  {
    double weights = 0.0, b = 0.0, y = 0.0, bb = 0.0, by = 0.0;
    for (std::size_t m = 0; m < signals.size(); ++m)
    {
      const double signal = static_cast<double>(signals[m][voxel]);
      if (is_masked(signal, images_[m].b_value)) return std::numeric_limits<double>::quiet_NaN();
      const double weight = weighting_ == AdcWeighting::Equal ? 1.0 : signal * signal;
      const double logarithm = std::log(signal);
      weights += weight;
      b += weight * images_[m].b_value;
      y += weight * logarithm;
      bb += weight * images_[m].b_value * images_[m].b_value;
      by += weight * images_[m].b_value * logarithm;
    }
    return -to_micrometers * (weights * by - b * y) / (weights * bb - b * b);
  }

  bool is_masked(double signal, double b_value) const
  {
    return !(signal > 0.0) || !std::isfinite(signal) || (highest_ - b_value < same_b_value && signal < floor_);
  }

  std::span<const DiffusionImage> images_;
  AdcWeighting weighting_;
  double floor_;
  double highest_;
};

std::size_t thread_count(int wanted)
{
  return wanted > 0 ? static_cast<std::size_t>(wanted) : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

std::vector<float> fit_slices(const AdcFit& fit, const GridSize& size, int threads)
{
  std::vector<float> adc(size.voxels());
  const auto in_slice = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  std::atomic<int> next = 0;
  const auto work = [&]
  {
    for (int k = next++; k < size.k; k = next++) fit.fit(k, std::span(adc).subspan(static_cast<std::size_t>(k) * in_slice, in_slice));
  };
  std::vector<std::jthread> helpers;
  for (std::size_t n = 1; n < thread_count(threads); ++n) helpers.emplace_back(work);
  work();
  helpers.clear();
  return adc;
}
}  // namespace

Result<AdcMap> adc_map(std::span<const DiffusionImage> images, const AdcConfig& config)
{
  for (const auto& image : images) NADIR_EXPECTS(image.volume != nullptr);
  if (const auto problem = problem_with(images, config)) return *problem;
  if (signal_rises(images))
    return Failure{
        DiffusionError::SignalRises,
        "there is more signal at the highest b-value than at the lowest (diffusion takes signal away: every ADC would be negative). "
        "Check whether b-values are swapped or the images are scaled differently."};
  const auto sigma = config.noise_sigma ? config.noise_sigma : noise_in_air(*highest_b(images).volume);
  const auto& geometry = images.front().volume->geometry();
  const AdcFit fit(images, config.weighting, sigma.value_or(0.0) * config.noise_factor);
  auto adc = fit_slices(fit, geometry.size(), config.threads);
  const auto masked = std::ranges::count_if(adc, [](float value) { return std::isnan(value); });
  const double share = static_cast<double>(masked) / static_cast<double>(adc.size());
  if (static_cast<std::size_t>(masked) == adc.size())
    return Failure{
        DiffusionError::NoSignal,
        "no voxel has signal above the noise at every b-value (the map would be empty). Check the images of the highest b-value."};
  std::vector<Rescale> plain(static_cast<std::size_t>(geometry.size().k));
  return AdcMap{std::make_shared<const Volume>(geometry, std::move(adc), std::move(plain), "1e-6 mm2/s"), share, sigma,
                different_b_values(images)};
}
}  // namespace nadir::imaging
