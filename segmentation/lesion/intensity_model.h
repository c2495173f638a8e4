#pragma once

#include <vector>

#include "segmentation/lesion/lesion_grid.h"

namespace nadir::segmentation::lesion
{
/// Where on the drawn plane the lesion surely is, and where it surely is not, in radii of the prompt's ellipse.
struct PromptZones
{
  double core = 0.75;
  double shell_from = 1.25;
  double shell_to = 1.65;
};

/// What the prompt tells of the lesion's signal and of its neighbourhood's, free of the scanner's scale.
struct IntensityModel
{
  float middle = 0.0F;  ///< median of the core
  float spread = 1.0F;  ///< 1.4826 x median absolute deviation of the core, at least 2 % of the region's range
  float bright = 1.0F;  ///< 95th percentile of the region: fat in T1
  float low = 0.0F;     ///< range of the histograms
  float bin_width = 1.0F;
  std::vector<float> log_ratio;       ///< log of core over shell density, by bin
  std::vector<float> even_log_ratio;  ///< the same, 0 where neither was seen: for what the image says without a model
  std::vector<float> core;            ///< sorted core values
  double overlap = 1.0;               ///< shared area of the two histograms: 1 = no contrast

  static constexpr int bins = 40;
  float log_ratio_of(float value) const;
  float even_log_ratio_of(float value) const;
  /// Share of core values below.
  float rank_of(float value) const;
  /// (value - middle) / spread
  float normalised(float value) const { return (value - middle) / spread; }
};

IntensityModel intensity_model(const LesionGrid& grid, const GridImage& image, const PromptZones& zones);

/// The same from values whose place is known otherwise; any order.
IntensityModel intensity_model_of(std::vector<float> core, std::vector<float> shell, const GridImage& image);
}  // namespace nadir::segmentation::lesion
