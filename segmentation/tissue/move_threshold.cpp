#include "segmentation/tissue/move_threshold.h"

#include <cmath>
#include <string>
#include <utility>

namespace nadir::segmentation
{
namespace
{
using enum TissueClass;

bool is_of_contrast(ThresholdQuantity quantity)
{
  return quantity == ThresholdQuantity::Enhancement || quantity == ThresholdQuantity::PostContrast;
}

/// From the level of necrosis to the next class beside it: positive where dead tissue lies below.
double gap_beside_necrosis(const FeatureModel& feature, bool is_of_contrast)
{
  const double solid = feature[Indeterminate] - feature[Necrosis];
  return is_of_contrast && !(solid > 0.0) ? feature[Viable] - feature[Necrosis] : solid;
}

void move(FeatureModel& feature, double by)
{
  for (double& level : feature.level) level += by;
}

void move_liquid(TissueModel& model, ThresholdQuantity quantity, double by)
{
  const double own_gap = gap_beside_necrosis(model[feature_of(quantity)], false);
  for (const auto feature : {TissueFeature::T2, TissueFeature::Adc})
    if (model.has(feature)) move(model[feature], by * gap_beside_necrosis(model[feature], false) / own_gap);
}

Failure other_quantity(const NecrosisThreshold& wanted, const std::optional<NecrosisThreshold>& own)
{
  const auto here =
      own ? "these images tell dead tissue by " + std::string(name_of(own->quantity)) : "these images do not tell dead tissue";
  return {TissueError::ThresholdQuantity,
          "a necrosis threshold was set for " + std::string(name_of(wanted.quantity)) + ", but " + here +
              " (it cannot be used, and another one would not be the reader's). Set it again, or go back to the automatic one."};
}
}  // namespace

TissueFeature feature_of(ThresholdQuantity quantity)
{
  switch (quantity)
  {
  case ThresholdQuantity::Enhancement: return TissueFeature::Enhancement;
  case ThresholdQuantity::PostContrast: return TissueFeature::PostContrast;
  case ThresholdQuantity::Adc: return TissueFeature::Adc;
  case ThresholdQuantity::T2: return TissueFeature::T2;
  }
  return TissueFeature::PostContrast;
}

std::optional<NecrosisThreshold> threshold_of(const TissueModel& model)
{
  for (const auto quantity : threshold_quantities)
  {
    if (!model.has(feature_of(quantity))) continue;
    const auto& feature = model[feature_of(quantity)];
    return NecrosisThreshold{quantity, feature[Necrosis] + 0.5 * gap_beside_necrosis(feature, is_of_contrast(quantity))};
  }
  return std::nullopt;
}

Result<TissueModel> with_threshold(TissueModel model, const NecrosisThreshold& threshold)
{
  const auto own = threshold_of(model);
  if (!own || own->quantity != threshold.quantity) return other_quantity(threshold, own);
  if (!std::isfinite(threshold.value))
    return Failure{TissueError::ThresholdQuantity,
                   "the necrosis threshold is no number (nothing can be compared with it). Give a finite one."};
  const double by = threshold.value - own->value;
  if (!is_of_contrast(threshold.quantity))
  {
    move_liquid(model, threshold.quantity, by);
    return model;
  }
  for (const auto feature : {TissueFeature::PostContrast, TissueFeature::Enhancement})
    if (model.has(feature)) move(model[feature], by);
  if (by > 0.0) model.may_be_liquid.clear();
  return model;
}
}  // namespace nadir::segmentation
