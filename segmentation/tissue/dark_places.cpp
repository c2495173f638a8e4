#include "segmentation/tissue/dark_places.h"

#include <algorithm>

#include "segmentation/tissue/even_dark_voxels.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr double usual_liquid = 0.50, usual_solid = 0.80;  // of white matter
constexpr float brightest_solid = 0.97F;
constexpr double prior_count = 200.0;
constexpr int reach = 2;  // voxels
constexpr int companions = 2;

double drawn_back(std::vector<float> values, double prior)
{
  const auto count = static_cast<double>(values.size());
  return values.empty() ? prior : (count * quantile_of(std::move(values), 0.5) + prior_count * prior) / (count + prior_count);
}

/// Without the marked voxels that stand alone: noise makes some that look like it.
std::vector<std::uint8_t> without_stray(const LesionVoxels& voxels, const std::vector<std::uint8_t>& marked)
{
  std::vector<std::uint8_t> kept(marked.size(), 0);
  for (std::size_t n = 0; n < marked.size(); ++n)
    kept[n] = marked[n] != 0 && std::ranges::count_if(voxels.neighbours()[n], [&](std::int32_t other)
                                                      { return other >= 0 && marked[static_cast<std::size_t>(other)] != 0; }) >= companions
                  ? 1
                  : 0;
  return kept;
}

std::vector<std::uint8_t> grown(const LesionVoxels& voxels, std::vector<std::uint8_t> marked)
{
  for (int round = 0; round < reach; ++round)
  {
    const auto before = marked;
    for (std::size_t n = 0; n < marked.size(); ++n)
      if (before[n] == 0 && std::ranges::any_of(voxels.neighbours()[n], [&](std::int32_t other)
                                                { return other >= 0 && before[static_cast<std::size_t>(other)] != 0; }))
        marked[n] = 1;
  }
  return marked;
}

/// Voxels of the lesion as dark as liquid, with at least two neighbours that are so too.
std::vector<std::uint8_t> as_dark_as_liquid(const LesionVoxels& voxels, const std::vector<float>& values, const std::vector<float>& borders)
{
  std::vector<std::uint8_t> marked(voxels.count(), 0);
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n) marked[n] = values[n] < borders[n] ? 1 : 0;
  return without_stray(voxels, marked);
}

std::vector<std::uint8_t> liquid_marks(const LesionVoxels& voxels, const std::vector<float>& values, std::vector<float> borders)
{
  constexpr float nearly = 0.1F;  // of the reference
  auto marks = grown(voxels, as_dark_as_liquid(voxels, values, borders));
  for (float& border : borders) border += nearly;
  const auto wide = grown(voxels, as_dark_as_liquid(voxels, values, borders));
  for (std::size_t n = 0; n < marks.size(); ++n) marks[n] = static_cast<std::uint8_t>(marks[n] != 0 ? 2 : wide[n]);
  return marks;
}

std::vector<float> values_at(const std::vector<float>& values, const std::vector<std::uint8_t>& marked)
{
  std::vector<float> found;
  for (std::size_t n = 0; n < marked.size(); ++n)
    if (marked[n] != 0) found.push_back(values[n]);
  return found;
}
}  // namespace

DarkPlaces dark_places(const LesionVoxels& voxels, const CalmedValues& post_contrast, const std::vector<float>& borders)
{
  std::vector<std::uint8_t> solid(voxels.count(), 0), liquid(voxels.count(), 0);
  for (const auto n : even_dark_voxels(voxels, post_contrast, brightest_solid))
    (post_contrast.calm[n] < borders[n] ? liquid : solid)[n] = 1;
  solid = without_stray(voxels, solid);
  const TwoDarkLevels levels{drawn_back(values_at(post_contrast.calm, liquid), usual_liquid),
                             drawn_back(values_at(post_contrast.calm, solid), usual_solid)};
  return {levels, grown(voxels, std::move(solid)), liquid_marks(voxels, post_contrast.calm, borders)};
}
}  // namespace nadir::segmentation
