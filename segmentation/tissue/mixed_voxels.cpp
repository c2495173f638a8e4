#include "segmentation/tissue/mixed_voxels.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nadir::segmentation
{
namespace
{
constexpr auto dead = static_cast<std::uint8_t>(index_of(TissueClass::Necrosis));
constexpr auto living = static_cast<std::uint8_t>(index_of(TissueClass::Viable));
constexpr auto undecided = static_cast<std::uint8_t>(index_of(TissueClass::Indeterminate));

/// A voxel where dead tissue meets another one.
struct MixedVoxel
{
  std::size_t voxel;
  double dead_part;
};

/// What dead tissue is mixed with: what lives, where contrast shows it. Else what is solid.
std::uint8_t other_tissue(const TissueModel& model) { return model.is_decidable[living] ? living : undecided; }

/// Whether a voxel of one of the two tissues touches the other one.
bool is_at_border(const LesionVoxels& voxels, const ClassLabels& labels, std::uint8_t other, std::size_t n)
{
  if (labels[n] != dead && labels[n] != other) return false;
  const auto sought = labels[n] == dead ? other : dead;
  return std::ranges::any_of(voxels.neighbours()[n],
                             [&](std::int32_t neighbour)
                             {
                               return neighbour >= 0 && static_cast<std::size_t>(neighbour) < voxels.lesion_count() &&
                                      labels[static_cast<std::size_t>(neighbour)] == sought;
                             });
}

/// By least squares over the features; nothing where they do not tell the two tissues apart. Where contrast shows what lives, T2 and ADC
/// have no say: that of a thin rim is hardly seen unmixed on them.
std::optional<double> dead_part(const FeatureValues& values, const TissueModel& model, std::uint8_t other, std::size_t n)
{
  const bool has_contrast = model.has(TissueFeature::PostContrast);
  double along = 0.0, all = 0.0;
  for (const auto feature : tissue_features)
  {
    if (has_contrast && (feature == TissueFeature::T2 || feature == TissueFeature::Adc)) continue;
    const auto& own = model[feature];
    const auto& value = values[index_of(feature)];
    if (!model.has(feature) || !std::isfinite(value[n]) || !std::isfinite(own.level[other]) || !std::isfinite(own.level[dead])) continue;
    const double gap = own.level[dead] - own.level[other], weight = own.weight / (own.sigma * own.sigma);
    along += weight * gap * (static_cast<double>(value[n]) - own.level[other]);
    all += weight * gap * gap;
  }
  if (!(all > 1.0)) return std::nullopt;
  return std::clamp(along / all, 0.0, 1.0);
}

std::vector<MixedVoxel> mixed_voxels(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model,
                                     const std::vector<ClassScores>& scores, const ClassLabels& labels)
{
  const auto other = other_tissue(model);
  std::vector<MixedVoxel> mixed;
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    if (!is_at_border(voxels, labels, other, n) || !std::isfinite(scores[n][dead]) || !std::isfinite(scores[n][other])) continue;
    if (const auto part = dead_part(values, model, other, n)) mixed.push_back({n, *part});
  }
  return mixed;
}
}  // namespace

ClassLabels with_mixed_voxels_shared(const LesionVoxels& voxels, const FeatureValues& values, const TissueModel& model,
                                     const std::vector<ClassScores>& scores, ClassLabels labels)
{
  auto mixed = mixed_voxels(voxels, values, model, scores, labels);
  double sum = 0.0;
  for (const auto& voxel : mixed) sum += voxel.dead_part;
  std::ranges::stable_sort(mixed, [](const MixedVoxel& a, const MixedVoxel& b) { return a.dead_part > b.dead_part; });
  const auto count = static_cast<std::size_t>(std::lround(sum));
  for (std::size_t place = 0; place < mixed.size(); ++place) labels[mixed[place].voxel] = place < count ? dead : other_tissue(model);
  return labels;
}
}  // namespace nadir::segmentation
