#include "segmentation/tissue/local_level.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "imaging/registration/fixed_chunks.h"

namespace nadir::segmentation
{
namespace
{
constexpr int rounds = 8;                  // of averaging over the neighbours: a standard deviation of 1.5 voxels
constexpr float dead_height = 0.35F;       // of the gap: lower is dead tissue, which has no say in the level of viable tissue
constexpr float weight_of_lesion = 0.02F;  // of the whole lesion's level, against 1 for viable tissue all around

/// Sums that are spread out together.
struct Spread
{
  float weight = 0.0F;
  float height = 0.0F;
};

/// Whether a voxel and all its neighbours in the lesion stand out: a rim thinner than that is a mixture all through.
bool is_inside_viable(const LesionVoxels& voxels, const std::vector<float>& heights, std::size_t n)
{
  const auto limit = static_cast<std::int32_t>(heights.size());
  return heights[n] > dead_height &&
         std::ranges::all_of(voxels.neighbours()[n], [&](std::int32_t other)
                             { return other < 0 || other >= limit || heights[static_cast<std::size_t>(other)] > dead_height; });
}

using Shares = std::array<float, 6>;

Shares shares_of(const LesionVoxels& voxels)
{
  Shares shares{};
  for (std::size_t direction = 0; direction < shares.size(); ++direction) shares[direction] = voxels.contact_weights()[direction / 2];
  return shares;
}

Spread mean_around(const std::vector<Spread>& spread, const LesionVoxels::Neighbours& neighbours, const Shares& shares, std::size_t n)
{
  const auto limit = static_cast<std::int32_t>(spread.size());
  Spread sum = spread[n];
  float all = 1.0F;
  for (std::size_t direction = 0; direction < shares.size(); ++direction)
  {
    const auto other = neighbours[direction];
    if (other < 0 || other >= limit) continue;
    sum.weight += shares[direction] * spread[static_cast<std::size_t>(other)].weight;
    sum.height += shares[direction] * spread[static_cast<std::size_t>(other)].height;
    all += shares[direction];
  }
  return {sum.weight / all, sum.height / all};
}

template <class Work> void for_each_voxel(std::size_t count, Work work)
{
  imaging::for_fixed_chunks(count,
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n) work(n);
                            });
}

/// The mean of each voxel and its neighbours, `rounds` times.
std::vector<Spread> spread_out(const LesionVoxels& voxels, std::vector<Spread> spread)
{
  const auto shares = shares_of(voxels);
  std::vector<Spread> next(spread.size());
  for (int round = 0; round < rounds; ++round)
  {
    for_each_voxel(spread.size(), [&](std::size_t n) { next[n] = mean_around(spread, voxels.neighbours()[n], shares, n); });
    std::swap(spread, next);
  }
  return spread;
}
}  // namespace

std::vector<float> levelled(const LesionVoxels& voxels, std::vector<float> values, const LevelPair& levels, double least_viable)
{
  const auto dead = static_cast<float>(levels.dead), gap = static_cast<float>(levels.gap());
  const float least = std::min((static_cast<float>(least_viable) - dead) / gap, 1.0F);
  std::vector<float> heights(voxels.lesion_count());
  for_each_voxel(heights.size(), [&](std::size_t n) { heights[n] = (values[n] - dead) / gap; });
  std::vector<Spread> spread(heights.size());
  for_each_voxel(heights.size(),
                 [&](std::size_t n)
                 {
                   if (is_inside_viable(voxels, heights, n)) spread[n] = {heights[n] * heights[n], heights[n] * heights[n] * heights[n]};
                 });
  spread = spread_out(voxels, std::move(spread));
  for_each_voxel(heights.size(),
                 [&](std::size_t n)
                 {
                   const float around = (spread[n].height + weight_of_lesion) / (spread[n].weight + weight_of_lesion);
                   values[n] = dead + (values[n] - dead) / std::max(around, least);
                 });
  return values;
}
}  // namespace nadir::segmentation
