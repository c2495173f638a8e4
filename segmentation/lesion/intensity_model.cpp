#include "segmentation/lesion/intensity_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "segmentation/lesion/plane_values.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Values of the drawn plane (its neighbours would bring little) with the radius between two bounds.
std::vector<float> zone_values(const LesionGrid& grid, const GridImage& image, double from, double to)
{
  return plane_values(image, grid.drawn_plane,
                      [&](double x, double y)
                      {
                        const double radius = std::hypot(x, y);
                        return radius >= from && radius < to;
                      });
}

std::vector<float> all_values(const GridImage& image)
{
  std::vector<float> values;
  values.reserve(image.values.size() / 3 + 1);
  for (std::size_t n = 0; n < image.values.size(); n += 3)
    if (image.valid[n] != 0) values.push_back(image.values[n]);
  return values;
}

std::size_t place_of(double share, std::size_t count) { return static_cast<std::size_t>(share * static_cast<double>(count - 1)); }

float quantile(const std::vector<float>& sorted, double share) { return sorted.empty() ? 0.0F : sorted[place_of(share, sorted.size())]; }

/// The same of values in any order, which it moves about.
float quantile_among(std::vector<float>& values, double share)
{
  if (values.empty()) return 0.0F;
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(place_of(share, values.size()));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

float deviation(const std::vector<float>& values, float middle)
{
  std::vector<float> distances;
  distances.reserve(values.size());
  for (const float value : values) distances.push_back(std::abs(value - middle));
  return 1.4826F * quantile_among(distances, 0.5);
}

int bin_of(const IntensityModel& model, float value)
{
  return static_cast<int>(std::clamp((value - model.low) / model.bin_width, 0.0F, IntensityModel::bins - 1.0F));
}

/// Density over the bins, smoothed, summing to 1; flat when there are no values.
std::vector<double> density(const IntensityModel& model, const std::vector<float>& values, double unseen = 0.5)
{
  std::vector<double> counts(IntensityModel::bins, unseen);
  constexpr double kernel[] = {0.30, 0.22, 0.09, 0.04};
  for (const float value : values)
    for (int d = -3; d <= 3; ++d)
      counts[static_cast<std::size_t>(std::clamp(bin_of(model, value) + d, 0, IntensityModel::bins - 1))] += kernel[std::abs(d)];
  double sum = 0.0;
  for (const double count : counts) sum += count;
  for (auto& count : counts) count /= sum;
  return counts;
}

void fit_histograms(const std::vector<float>& core, const std::vector<float>& shell, IntensityModel& model)
{
  model.low = std::min(quantile(core, 0.02), quantile(shell, 0.02));
  const float high = std::max(quantile(core, 0.98), quantile(shell, 0.98));
  model.bin_width = std::max(high - model.low, model.spread) / IntensityModel::bins;
  const auto inside = density(model, core), outside = density(model, shell);
  constexpr double unseen = 0.01;  // of the values, in every bin
  const auto even_inside = density(model, core, unseen * static_cast<double>(core.size()) + 1e-3);
  const auto even_outside = density(model, shell, unseen * static_cast<double>(shell.size()) + 1e-3);
  model.overlap = 0.0;
  for (std::size_t n = 0; n < inside.size(); ++n)
  {
    model.overlap += std::min(inside[n], outside[n]);
    model.log_ratio.push_back(static_cast<float>(std::clamp(std::log(inside[n] / outside[n]), -3.0, 3.0)));
    model.even_log_ratio.push_back(static_cast<float>(std::clamp(std::log(even_inside[n] / even_outside[n]), -3.0, 3.0)));
  }
}
}  // namespace

float IntensityModel::log_ratio_of(float value) const { return log_ratio[static_cast<std::size_t>(bin_of(*this, value))]; }

float IntensityModel::even_log_ratio_of(float value) const { return even_log_ratio[static_cast<std::size_t>(bin_of(*this, value))]; }

float IntensityModel::rank_of(float value) const
{
  const auto below = std::lower_bound(core.begin(), core.end(), value) - core.begin();
  return core.empty() ? 0.5F : static_cast<float>(below) / static_cast<float>(core.size());
}

IntensityModel intensity_model(const LesionGrid& grid, const GridImage& image, const PromptZones& zones)
{
  return intensity_model_of(zone_values(grid, image, 0.0, zones.core), zone_values(grid, image, zones.shell_from, zones.shell_to), image);
}

IntensityModel intensity_model_of(std::vector<float> core, std::vector<float> shell, const GridImage& image)
{
  IntensityModel model;
  std::sort(core.begin(), core.end());
  std::sort(shell.begin(), shell.end());
  model.core = std::move(core);
  auto region = all_values(image);
  const float bright = quantile_among(region, 0.95), range = bright - quantile_among(region, 0.05);
  model.middle = quantile(model.core, 0.5);
  model.spread = std::max({deviation(model.core, model.middle), 0.02F * range, 1e-6F});
  model.bright = std::max(bright, model.middle + model.spread);
  fit_histograms(model.core, shell, model);
  return model;
}
}  // namespace nadir::segmentation::lesion
