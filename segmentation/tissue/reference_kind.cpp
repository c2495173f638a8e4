#include "segmentation/tissue/reference_kind.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "segmentation/tissue/air_distance.h"

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

/// Even tissue around a lesion, as multiples of the reference, with its distance to the air.
struct EvenTissue
{
  std::vector<double> multiple;
  std::vector<float> to_air;
  bool is_air_cut_away = false;  ///< the air has one value, as in images from which all but the brain has been cut away
};

EvenTissue even_tissue(const ReferencePlaces& places, const SignalScale& after, const ReferenceConfig& config)
{
  const auto& mean = places.mean[index_of(ChannelKind::T1Contrast)];
  const auto& spread = places.spread[index_of(ChannelKind::T1Contrast)];
  const auto multiple = [&](std::size_t n) { return after.multiple(static_cast<double>(mean[n]), places.point(n)); };
  std::vector<std::uint8_t> is_dark(mean.size(), 0);
  std::size_t dark = 0, constant = 0;
  for (std::size_t n = 0; n < mean.size(); ++n)
  {
    is_dark[n] = std::isfinite(mean[n]) && multiple(n) < air ? 1 : 0;
    dark += is_dark[n], constant += is_dark[n] != 0 && spread[n] == 0.0F ? 1U : 0U;
  }
  const auto to_air = air_distance(places, is_dark);
  EvenTissue tissue;
  tissue.is_air_cut_away = dark == 0 || 2 * constant > dark;
  for (std::size_t n = 0; n < mean.size(); ++n)
  {
    const auto distance = static_cast<double>(places.distance[n]);
    if (!std::isfinite(mean[n]) || distance < config.nearest || distance > config.farthest || multiple(n) < air) continue;
    if (static_cast<double>(spread[n]) > even * (static_cast<double>(mean[n]) - after.zero.value)) continue;
    tissue.multiple.push_back(multiple(n));
    tissue.to_air.push_back(to_air[n]);
  }
  return tissue;
}

/// Whether what lies beneath the skin is mostly darker than the reference, and what lies deep is not: fat that is suppressed. Of the first
/// 12 mm of 16 limbs and trunks 0.6-1.0 is darker, of gliomas' cortex 0.1-0.4.
bool has_dark_fat_beneath_skin(const EvenTissue& tissue)
{
  constexpr double darker = 0.85, shallow = 12.0, deep = 24.0, most = 0.5, times = 2.5;
  constexpr int fewest_shallow = 40;
  int shallow_all = 0, shallow_dark = 0, deep_all = 0, deep_dark = 0;
  for (std::size_t n = 0; n < tissue.multiple.size(); ++n)
  {
    const auto depth = static_cast<double>(tissue.to_air[n]);
    const int is_dark = tissue.multiple[n] < darker ? 1 : 0;
    if (depth < shallow) ++shallow_all, shallow_dark += is_dark;
    if (depth >= deep) ++deep_all, deep_dark += is_dark;
  }
  if (shallow_all < fewest_shallow) return false;
  const double beneath = static_cast<double>(shallow_dark) / shallow_all;
  return beneath > most && beneath * deep_all > times * deep_dark;
}
}  // namespace

KindFound reference_kind(const ReferencePlaces& places, const SignalScale& after, const ReferenceConfig& config)
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
  if (!is_grey_around || has_dark_fat_beneath_skin(tissue)) return {};
  return tissue.is_air_cut_away ? KindFound{ReferenceKind::Brain, false} : KindFound{ReferenceKind::Muscle, true};
}
}  // namespace nadir::segmentation
