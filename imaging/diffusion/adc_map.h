#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "imaging/diffusion/diffusion_error.h"
#include "imaging/result/result.h"
#include "imaging/volume/volume.h"

namespace nadir::imaging
{
/// One diffusion-weighted image. Several may have the same b-value (directions, repeats).
struct DiffusionImage
{
  double b_value = 0.0;  ///< s/mm2
  std::shared_ptr<const Volume> volume;
};

enum class AdcWeighting
{
  Equal,          ///< every image counts the same, as scanners do
  SignalSquared,  ///< by the squared signal, because the variance of ln S is (sigma / S)^2
};

struct AdcConfig
{
  AdcWeighting weighting = AdcWeighting::Equal;
  /// Standard deviation of the noise, unit of the values. Not given: measured in the air of an image of the highest b-value.
  std::optional<double> noise_sigma;
  /// A voxel whose signal at the highest b-value is below this many sigma is masked: there the Rician floor holds the signal up
  /// and the ADC comes out too low (bias above 5 % of the signal under 3 sigma; Gudbjartsson and Patz 1995).
  double noise_factor = 3.0;
  int threads = 0;  ///< 0 = as many as the machine has processors
};

struct AdcMap
{
  std::shared_ptr<const Volume> map;  ///< unit "1e-6 mm2/s", float; NaN where masked
  double masked_share = 0.0;          ///< of all voxels, 0..1
  std::optional<double> noise_sigma;  ///< as given or measured; absent = unknown, then only voxels without signal are masked
  std::vector<double> b_values;       ///< the different ones, ascending
};

/// Apparent diffusion coefficient, voxel by voxel: slope of ln S = ln S0 - b ADC by least squares over all images. Images of several
/// directions at one b-value enter one by one, which equals their geometric mean (the trace-weighted signal, for orthogonal directions).
///
/// Frame and grid: that of the images, which must coincide within 0.1 mm at the corners. No registration is done here.
/// Failures: any DiffusionError.
/// Source: Stejskal EO, Tanner JE, J Chem Phys 1965;42:288-292; Le Bihan D et al., Radiology 1986;161:401-407.
Result<AdcMap> adc_map(std::span<const DiffusionImage> images, const AdcConfig& config = {});
}  // namespace nadir::imaging
