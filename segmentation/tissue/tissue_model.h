#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "segmentation/tissue/tissue_class.h"
#include "segmentation/tissue/tissue_config.h"
#include "segmentation/tissue/tissue_features.h"

namespace nadir::segmentation
{
inline constexpr double says_nothing = std::numeric_limits<double>::quiet_NaN();

/// Where each class lies in one feature. Values beyond the outermost level count as that level: brighter than viable is still viable.
struct FeatureModel
{
  std::array<double, tissue_class_count> level{says_nothing, says_nothing, says_nothing, says_nothing, says_nothing};
  double sigma = 1.0;   ///< the same for all classes, so that a class border lies half-way between their levels
  double weight = 0.0;  ///< 0: the feature is absent

  double& operator[](TissueClass tissue) { return level[index_of(tissue)]; }
  double operator[](TissueClass tissue) const { return level[index_of(tissue)]; }
};

/// Levels of all classes in all features, and which classes the images can show at all.
struct TissueModel
{
  std::array<FeatureModel, tissue_feature_count> features{};
  std::array<bool, tissue_class_count> is_decidable{};
  std::array<double, tissue_class_count> log_prior{};
  bool are_both_seen = false;               ///< the lesion shows viable and dead tissue, so that both levels are its own
  bool are_solid_and_liquid_seen = false;   ///< by ADC, else T2: the lesion shows both, so that their levels are its own
  bool is_dead_dark_on_t2 = false;          ///< what takes up no contrast is darker on T2 than what does: no T2 image, or no liquid
  bool is_living_as_liquid_on_t2 = false;   ///< living tumour is as bright on T2 as liquid (myxoid): no T2 image, or no
  bool has_two_dark_levels = false;         ///< what does not enhance is liquid or solid by its level after contrast (tell_dark_tissue())
  std::vector<std::uint8_t> may_be_solid;   ///< with two dark levels, one a voxel: where tumour without uptake may lie; empty: anywhere
  std::vector<std::uint8_t> may_be_liquid;  ///< likewise where dead tissue may lie: 2 yes, 1 with the levels moved; empty: anywhere
  std::uint8_t least_liquid_mark = 2;
  std::vector<float> against_solid;  ///< taken from the score of tumour without uptake, one a voxel; empty: nothing
  double rim_log_odds = 0.0;         ///< added for viable at the contour

  FeatureModel& operator[](TissueFeature feature) { return features[index_of(feature)]; }
  const FeatureModel& operator[](TissueFeature feature) const { return features[index_of(feature)]; }
  bool has(TissueFeature feature) const { return features[index_of(feature)].weight > 0.0; }
};

/// A model and the values that it is to be applied to: contrast uptake evened out within the lesion (see levelled()).
struct FittedModel
{
  TissueModel model;
  FeatureValues values;
};

/// Levels from physics, then from the lesion: the middle of the values that lie clearly on one side, not at a border, held within limits
/// and drawn back to the prior when few. A class that the lesion does not have keeps its prior level, so that none is invented.
FittedModel fitted_model(const LesionVoxels& voxels, FeatureValues values, const ReferenceFound& reference, const TissueConfig& config);

/// Log-likelihood plus log-prior of the classes of one voxel; -infinity for a class that its images cannot show.
using ClassScores = std::array<float, tissue_class_count>;

/// A common shift of the levels: `size` median absolute deviations of the reference, or a twentieth of the gap between viable and dead if
/// that is more (a fifth where the lesion shows one of them only, as the other level is then a guess from physics) (ADC: 8 %, its
/// repeatability by the QIBA profile, brain; without contrast, in a lesion that is all solid or all liquid, 16 % and a quarter of the gap
/// on T2, as a myxoid tumour has an ADC up to 2000 and is nearly as bright as liquid); where the lesion tells two dark levels, at most a
/// quarter of their gap. Positive: fewer voxels viable, more liquid.
struct LevelShift
{
  double size = 0.0;
};
std::vector<ClassScores> class_scores(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model);
TissueModel shifted(TissueModel model, const ReferenceFound& reference, LevelShift shift);
}  // namespace nadir::segmentation
