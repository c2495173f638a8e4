#include "segmentation/tissue/reference_kind.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "segmentation/tissue/air_distance.h"
#include "segmentation/tissue/slice_mixture.h"

namespace nadir::segmentation
{
namespace
{
constexpr double air = 0.15, grey_from = 0.55, grey_to = 0.92, bright = 1.5;  // multiples of the reference
constexpr double even = 0.12;                                                 // spread of a place against its signal
// Of the even tissue around. Gliomas: 0.20-0.32 grey, 0.00 bright, 2,400 places; 12 sarcomas with uptake put into their T1: 0.02-0.12 grey
// and 0.27-0.80 bright, once 0.17 and 0.08 of 240 places, so few tell nothing: soft tissue is what is expected.
constexpr double least_grey = 0.12, most_bright = 0.07;
constexpr int fewest = 500;

/// Even tissue around a lesion, as multiples of the reference, with its distance to the skin.
struct EvenTissue
{
  std::vector<double> multiple;
  std::vector<float> to_skin;          ///< mm
  std::vector<std::uint8_t> is_mixed;  ///< 1: a slice may mix it with the air
  bool is_air_cut_away = false;        ///< the air has one value, as in images from which all but the brain has been cut away
};

EvenTissue even_tissue(const ReferencePlaces& places, const ContrastView& after, const ReferenceConfig& config)
{
  const auto& mean = places.mean[index_of(ChannelKind::T1Contrast)];
  const auto& spread = places.spread[index_of(ChannelKind::T1Contrast)];
  const auto multiple = [&](std::size_t n) { return after.scale.multiple(static_cast<double>(mean[n]), places.point(n)); };
  std::vector<std::uint8_t> is_dark(mean.size(), 0);
  std::size_t dark = 0, constant = 0;
  for (std::size_t n = 0; n < mean.size(); ++n)
  {
    is_dark[n] = std::isfinite(mean[n]) && multiple(n) < air ? 1 : 0;
    dark += is_dark[n], constant += is_dark[n] != 0 && spread[n] == 0.0F ? 1U : 0U;
  }
  const auto to_skin = skin_distance(places, is_dark);
  const auto is_mixed = slice_mixture(places, after.grid, is_dark);
  EvenTissue tissue;
  tissue.is_air_cut_away = dark == 0 || 2 * constant > dark;
  for (std::size_t n = 0; n < mean.size(); ++n)
  {
    const auto distance = static_cast<double>(places.distance[n]);
    if (!std::isfinite(mean[n]) || distance < config.nearest || distance > config.farthest || multiple(n) < air) continue;
    if (static_cast<double>(spread[n]) > even * (static_cast<double>(mean[n]) - after.scale.zero.value)) continue;
    tissue.multiple.push_back(multiple(n));
    tissue.to_skin.push_back(to_skin[n]);
    tissue.is_mixed.push_back(is_mixed[n]);
  }
  return tissue;
}

/// Even tissue within a depth: how much of it there is, and how much is darker than the reference.
struct Layer
{
  int all = 0;
  int dark = 0;

  double dark_share() const { return all > 0 ? static_cast<double>(dark) / all : 0.0; }
};

template <class Within> Layer layer_of(const EvenTissue& tissue, Within within)
{
  constexpr double darker = 0.85;
  Layer layer;
  for (std::size_t n = 0; n < tissue.multiple.size(); ++n)
    if (tissue.is_mixed[n] == 0 && within(tissue.to_skin[n])) ++layer.all, layer.dark += tissue.multiple[n] < darker ? 1 : 0;
  return layer;
}

/// The depth that holds the `count` places nearest to the skin and those that are as near as the last.
float depth_of_nearest(const EvenTissue& tissue, std::size_t count)
{
  std::vector<float> depths;
  for (std::size_t n = 0; n < tissue.to_skin.size(); ++n)
    if (tissue.is_mixed[n] == 0) depths.push_back(tissue.to_skin[n]);
  if (depths.empty()) return 0.0F;
  const auto last = depths.begin() + static_cast<std::ptrdiff_t>(std::min(count, depths.size()) - 1);
  std::nth_element(depths.begin(), last, depths.end());
  return *last;
}

enum class FatBeneathSkin
{
  NotSeen,
  Thin,  ///< may be cortex or liquor as well
  Seen,
};

/// Whether what lies beneath the skin is largely darker than the reference, and what lies deep is not: fat that is suppressed. Of the first
/// 12 mm of 100 painted limbs (fat of 8 and 15 mm, slices of 3-7 mm in three planes) 0.4-1.0 is darker, of gliomas' cortex 0.07-0.27 on
/// slices of 1-6 mm; of the very first places 0.4-1.0 also where fat is 5 mm thin, and 0.1-0.37. What a thick slice mixes with air is dark
/// in any tissue and is left out.
FatBeneathSkin dark_fat_beneath_skin(const EvenTissue& tissue)
{
  constexpr float shallow = 12.0F, deep_from = 24.0F;
  constexpr double most = 0.35, most_of_nearest = 0.42, times = 2.5;
  constexpr int fewest_shallow = 40;
  const auto beneath = layer_of(tissue, [](float depth) { return depth < shallow; });
  if (beneath.all < fewest_shallow) return FatBeneathSkin::NotSeen;
  const double least = times * layer_of(tissue, [](float depth) { return depth >= deep_from; }).dark_share();
  if (beneath.dark_share() > std::max(most, least)) return FatBeneathSkin::Seen;
  const float depth_of_first = depth_of_nearest(tissue, fewest_shallow);
  const auto nearest = layer_of(tissue, [&](float depth) { return depth <= depth_of_first; });
  return nearest.dark_share() > std::max(most_of_nearest, least) ? FatBeneathSkin::Thin : FatBeneathSkin::NotSeen;
}
}  // namespace

KindFound reference_kind(const ReferencePlaces& places, const ContrastView& after, const ReferenceConfig& config)
{
  const auto tissue = even_tissue(places, after, config);
  const auto all = static_cast<int>(tissue.multiple.size());
  int is_grey = 0, is_bright = 0;
  for (const double multiple : tissue.multiple)
  {
    is_grey += multiple > grey_from && multiple < grey_to ? 1 : 0;
    is_bright += multiple > bright ? 1 : 0;
  }
  const bool is_grey_around = all >= fewest && is_grey > least_grey * all && is_bright < most_bright * all;
  const auto fat = is_grey_around ? dark_fat_beneath_skin(tissue) : FatBeneathSkin::Seen;
  if (fat == FatBeneathSkin::Seen) return {};
  const bool is_brain = tissue.is_air_cut_away && fat == FatBeneathSkin::NotSeen;
  return is_brain ? KindFound{ReferenceKind::Brain, false} : KindFound{ReferenceKind::Muscle, true};
}
}  // namespace nadir::segmentation
