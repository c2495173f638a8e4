#include "segmentation/tissue/weak_uptake.h"

#include <algorithm>

#include "segmentation/tissue/drawn_level.h"
#include "segmentation/tissue/local_level.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
using enum TissueClass;

/// The feature that tells uptake, from which value on it is in doubt, and the highest level of what takes up none.
struct UptakeSign
{
  TissueFeature feature;
  float least;
  double highest_dead;
};

constexpr UptakeSign after_contrast{TissueFeature::PostContrast, 0.85F, 0.70}, rise{TissueFeature::Enhancement, 0.2F, 0.0};

UptakeSign sign_of(const TissueModel& model) { return model.has(TissueFeature::Enhancement) ? rise : after_contrast; }

/// Whether a voxel and all its neighbours are called dead.
bool is_within_dead(const LesionVoxels& voxels, const ClassLabels& labels, std::size_t n)
{
  constexpr auto dead = static_cast<std::uint8_t>(index_of(Necrosis));
  const auto limit = static_cast<std::int32_t>(voxels.lesion_count());
  return labels[n] == dead &&
         std::ranges::all_of(voxels.neighbours()[n], [&](std::int32_t other)
                             { return other >= 0 && other < limit && labels[static_cast<std::size_t>(other)] == dead; });
}

/// Dead tissue away from its borders: what may live, and the rest of it.
struct DeadParts
{
  std::vector<std::uint8_t> is_weak, is_plain;
  std::size_t weak = 0, plain = 0;
};

DeadParts parts_of(const LesionVoxels& voxels, const FeatureValues& values, const ClassLabels& labels, const UptakeSign& sign)
{
  const auto calm = smoothed(voxels, values[index_of(sign.feature)]);
  const auto count = voxels.lesion_count();
  DeadParts parts{std::vector<std::uint8_t>(count), std::vector<std::uint8_t>(count)};
  for (std::size_t n = 0; n < count; ++n)
    if (is_within_dead(voxels, labels, n))
    {
      parts.weak += parts.is_weak[n] = calm[n] >= sign.least ? 1 : 0;
      parts.plain += parts.is_plain[n] = calm[n] < sign.least ? 1 : 0;
    }
  return parts;
}

double level_in(const LesionVoxels& voxels, const std::vector<float>& values, const std::vector<std::uint8_t>& chosen)
{
  return quantile_of(values_where(values, voxels.lesion_count(), [&](std::size_t n) { return chosen[n] != 0; }), 0.5);
}

void set_uptake_levels(FeatureModel& feature, const LevelPair& pair)
{
  const double old_gap = feature[Viable] - feature[Necrosis];
  feature.sigma *= pair.gap() / old_gap;
  feature[Viable] = pair.viable;
  feature[Necrosis] = feature[Indeterminate] = pair.dead;
}

TissueModel living(TissueModel model, const LesionVoxels& voxels, const FeatureValues& values, const DeadParts& parts)
{
  model.are_both_seen = parts.plain >= static_cast<std::size_t>(enough_voxels);
  for (const auto& sign : {after_contrast, rise})
  {
    if (!model.has(sign.feature)) continue;
    const auto& own = values[index_of(sign.feature)];
    const double viable = std::max(level_in(voxels, own, parts.is_weak), static_cast<double>(sign.least));
    const double dead = model.are_both_seen ? level_in(voxels, own, parts.is_plain) : sign.highest_dead;
    set_uptake_levels(model[sign.feature], {viable, std::min(dead, sign.highest_dead)});
  }
  for (const auto feature : {TissueFeature::T2, TissueFeature::Adc})
    if (model.has(feature)) model[feature][Viable] = level_in(voxels, values[index_of(feature)], parts.is_weak);
  return model;
}

bool is_free_water(const LesionVoxels& voxels, const FeatureValues& values, const DeadParts& parts)
{
  constexpr double highest_of_tumour = 2600.0;  // 1e-6 mm2/s
  const auto& adc = values[index_of(TissueFeature::Adc)];
  return !adc.empty() && level_in(voxels, adc, parts.is_weak) > highest_of_tumour;
}
}  // namespace

std::optional<WeakUptake> weak_uptake(const LesionVoxels& voxels, const FeatureValues& values, const ClassLabels& labels,
                                      const TissueModel& model)
{
  constexpr double least_part = 0.1;
  if (!model.has(TissueFeature::PostContrast) || model.has_two_dark_levels) return std::nullopt;
  const auto parts = parts_of(voxels, values, labels, sign_of(model));
  const auto all = static_cast<double>(parts.weak + parts.plain), weak = static_cast<double>(parts.weak);
  if (weak < std::max(enough_voxels, least_part * all) || is_free_water(voxels, values, parts)) return std::nullopt;
  const auto dead = static_cast<double>(std::count(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(voxels.lesion_count()),
                                                   static_cast<std::uint8_t>(index_of(Necrosis))));
  return WeakUptake{weak / all * dead / static_cast<double>(voxels.lesion_count()), living(model, voxels, values, parts)};
}
}  // namespace nadir::segmentation
