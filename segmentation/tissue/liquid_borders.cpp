#include "segmentation/tissue/liquid_borders.h"

#include <algorithm>
#include <cstdint>

#include "segmentation/tissue/enclosed_share.h"
#include "segmentation/tissue/even_dark_voxels.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr float open_border = 0.65F, ring_border = 0.85F;  // of white matter
constexpr float least_enhancing = 1.05F;
constexpr float open_share = 0.58F, ring_share = 0.90F;

std::vector<float> borders_from(const LesionVoxels& voxels, const std::vector<float>& calm, float lowest)
{
  std::vector<std::uint8_t> bright(voxels.lesion_count());
  for (std::size_t n = 0; n < bright.size(); ++n) bright[n] = calm[n] > least_enhancing ? 1 : 0;
  auto borders = enclosed_shares(voxels, bright);
  for (float& border : borders)
    border = lowest + (ring_border - lowest) * std::clamp((border - open_share) / (ring_share - open_share), 0.0F, 1.0F);
  borders.resize(voxels.count(), lowest);
  return borders;
}

float border_of_one_tissue(const LesionVoxels& voxels, const CalmedValues& values)
{
  constexpr float brightest = 0.97F, highest = 0.8F;
  constexpr double brightest_liquid = 0.68, most_spread = 0.08, deviations = 2.5;
  constexpr std::size_t fewest = 200;
  std::vector<float> dark;
  for (const auto n : even_dark_voxels(voxels, values, brightest)) dark.push_back(values.calm[n]);
  if (dark.size() < fewest) return open_border;
  const auto middle = middle_and_spread(std::move(dark));
  const double spread = deviation_to_sigma * middle.deviation;
  if (middle.median > brightest_liquid || spread > most_spread) return open_border;
  return std::clamp(static_cast<float>(middle.median + deviations * spread), open_border, highest);
}
}  // namespace

std::vector<float> liquid_borders(const LesionVoxels& voxels, const CalmedValues& post_contrast)
{
  return borders_from(voxels, post_contrast.calm, open_border);
}

std::vector<float> liquid_borders_of_one_tissue(const LesionVoxels& voxels, const CalmedValues& post_contrast)
{
  return borders_from(voxels, post_contrast.calm, border_of_one_tissue(voxels, post_contrast));
}
}  // namespace nadir::segmentation
