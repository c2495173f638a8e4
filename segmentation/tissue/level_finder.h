#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "segmentation/tissue/drawn_level.h"
#include "segmentation/tissue/local_level.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_features.h"

namespace nadir::segmentation
{
/// The levels of viable and dead tissue after contrast as a lesion itself shows them, in multiples of the reference tissue.
///
/// Values are averaged over neighbours. The sides start from the priors; in each round a level becomes the median of the voxels that lie
/// clearly on its side, not at a border, and the sides are told anew. Without an image after contrast every side stays 0.
class LevelFinder
{
public:
  /// All three must outlive the finder.
  LevelFinder(const LesionVoxels& voxels, const FeatureValues& values, const TissueConfig& config);

  void find_enhancing();

  /// Averaged values, one a voxel of the lesion; empty without the image.
  const std::vector<float>& of(TissueFeature feature) const { return smooth_[index_of(feature)]; }
  /// Whether a voxel lies further inside than the contour's own voxels.
  bool is_deep(std::size_t n) const { return deep_[n] != 0; }
  std::size_t count() const { return voxels_.lesion_count(); }

  /// Standard deviation of the noise of a feature within the lesion, from differences of neighbours in a row.
  double noise(TissueFeature feature) const { return noise_[index_of(feature)]; }

  /// Whether enough of the lesion lies clearly on either side.
  bool are_both_seen() const;

  LevelPair post_contrast() const { return pair_; }
  LevelPair enhancement() const { return difference_; }
  /// One a voxel: 1 clearly viable, -1 clearly dead, 0 between.
  const Sides& sides() const { return sides_; }

private:
  struct PairLimits
  {
    LevelLimits viable;
    LevelLimits dead;
    double least_gap;
  };

  void look_at(std::size_t feature, const std::vector<float>& values);
  void find_deep();
  double noise_of_neighbours(const std::vector<float>& values) const;
  double place(std::size_t n) const;
  void find_sides();
  bool is_pure(std::size_t n) const;
  SeenLevel level_of_side(const std::vector<float>& values, std::int8_t side) const;
  void refine(TissueFeature feature, const LevelPriors& prior, const PairLimits& limits, LevelPair& pair) const;

  static const PairLimits post_contrast_limits, enhancement_limits;

  const LesionVoxels& voxels_;
  const FeatureValues& raw_;
  const TissueConfig& config_;
  std::array<std::vector<float>, tissue_feature_count> smooth_;
  std::array<double, tissue_feature_count> noise_{};
  std::vector<std::uint8_t> deep_;
  LevelPair pair_{1.0, 0.0};
  LevelPair difference_{1.0, 0.0};
  Sides sides_, pure_sides_;
};
}  // namespace nadir::segmentation
