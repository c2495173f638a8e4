#include <algorithm>
#include <cmath>
#include <limits>

#include "segmentation/tissue/tissue_model.h"

namespace nadir::segmentation
{
namespace
{
using enum TissueClass;

/// Half the squared distance in standard deviations that a class pays for a feature that says nothing about it.
constexpr double unknown_level = 1.1;

/// Near the contour neighbouring tissue and misplacement of the images mix in: all but the sharpest image count less there.
float depth_weight(TissueFeature feature, float depth)
{
  constexpr float full = 2.5F, least = 0.25F;  // mm
  return feature == TissueFeature::PostContrast ? 1.0F : least + (1.0F - least) * std::clamp(depth / full, 0.0F, 1.0F);
}

/// 1 in the outermost voxels of the lesion, 0 from the third on.
float rim_part(float depth, float in_plane)
{
  const float voxels_in = depth / in_plane + 0.5F;
  return std::clamp(0.5F * (3.0F - voxels_in), 0.0F, 1.0F);
}

/// A feature model in the form that a loop over voxels needs.
struct FastFeature
{
  explicit FastFeature(const FeatureModel& model) : scale(static_cast<float>(1.0 / model.sigma)), weight(static_cast<float>(model.weight))
  {
    for (std::size_t c = 0; c < tissue_class_count; ++c)
    {
      known[c] = std::isfinite(model.level[c]);
      level[c] = known[c] ? static_cast<float>(model.level[c]) : 0.0F;
      if (known[c]) low = std::min(low, level[c]), high = std::max(high, level[c]);
    }
  }

  void add(float value, float depth_factor, ClassScores& scores) const
  {
    const float inside = std::clamp(value, low, high), factor = weight * depth_factor;
    for (std::size_t c = 0; c < tissue_class_count; ++c)
    {
      const float off = (inside - level[c]) * scale;
      scores[c] -= factor * (known[c] ? std::min(0.5F * off * off, 12.0F) : static_cast<float>(unknown_level));
    }
  }

  float scale;
  float weight;
  float low = std::numeric_limits<float>::max();
  float high = std::numeric_limits<float>::lowest();
  std::array<bool, tissue_class_count> known{};
  ClassScores level{};
};

constexpr float impossible = -std::numeric_limits<float>::infinity();

bool is_known(const FeatureValues& values, TissueFeature feature, std::size_t n)
{
  return !values[index_of(feature)].empty() && std::isfinite(values[index_of(feature)][n]);
}

/// Takes away what this voxel's images cannot show, for want of coverage.
void forbid(const FeatureValues& values, const TissueModel& model, std::size_t n, ClassScores& scores)
{
  const bool has_contrast = is_known(values, TissueFeature::PostContrast, n);
  const bool has_liquid = is_known(values, TissueFeature::T2, n) || is_known(values, TissueFeature::Adc, n);
  for (std::size_t c = 0; c < tissue_class_count; ++c)
    if (!model.is_decidable[c]) scores[c] = impossible;
  if (!model.may_be_liquid.empty() && model.may_be_liquid[n] < model.least_liquid_mark) scores[index_of(Necrosis)] = impossible;
  if (!model.may_be_solid.empty() && model.may_be_solid[n] == 0) scores[index_of(Indeterminate)] = impossible;
  if (!is_known(values, TissueFeature::BeforeContrast, n)) scores[index_of(Haemorrhage)] = scores[index_of(Fat)] = impossible;
  if (has_contrast) return;
  scores[index_of(Viable)] = impossible;
  if (!has_liquid) scores[index_of(Necrosis)] = impossible;
  if (scores[index_of(Indeterminate)] == impossible) scores[index_of(Indeterminate)] = 0.0F;
}
}  // namespace

std::vector<ClassScores> class_scores(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model)
{
  ClassScores prior{};
  for (std::size_t c = 0; c < tissue_class_count; ++c) prior[c] = static_cast<float>(model.log_prior[c]);
  std::vector<ClassScores> scores(voxels.count(), prior);
  for (const auto feature : tissue_features)
  {
    if (!model.has(feature)) continue;
    const FastFeature fast(model[feature]);
    const auto& own = values[index_of(feature)];
    for (std::size_t n = 0; n < scores.size(); ++n)
      if (std::isfinite(own[n])) fast.add(own[n], depth_weight(feature, voxels.depth()[n]), scores[n]);
  }
  const auto in_plane = static_cast<float>(voxels.in_plane_spacing()), rim = static_cast<float>(model.rim_log_odds);
  for (std::size_t n = 0; n < scores.size(); ++n) scores[n][index_of(Viable)] += rim * rim_part(voxels.depth()[n], in_plane);
  for (std::size_t n = 0; n < model.against_solid.size(); ++n) scores[n][index_of(Indeterminate)] -= model.against_solid[n];
  for (std::size_t n = 0; n < scores.size(); ++n) forbid(values, model, n, scores[n]);
  return scores;
}
}  // namespace nadir::segmentation
