#include "segmentation/tissue/level_finder.h"

#include <algorithm>
#include <numbers>
#include <thread>
#include <utility>

#include "imaging/registration/fixed_chunks.h"
#include "segmentation/tissue/order_statistics.h"

namespace nadir::segmentation
{
namespace
{
constexpr double clearly = 0.125;  // of the gap beyond its middle: two nats of one feature
constexpr int rounds = 3;

std::int8_t side_of(double place) { return place > clearly ? 1 : place < -clearly ? -1 : 0; }
}  // namespace

const LevelFinder::PairLimits LevelFinder::post_contrast_limits{{1.1, 6.0}, {-0.2, 1.05}, 0.3};
const LevelFinder::PairLimits LevelFinder::enhancement_limits{{0.2, 6.0}, {-0.4, 0.2}, 0.25};

LevelFinder::LevelFinder(const LesionVoxels& voxels, const FeatureValues& values, const TissueConfig& config)
    : voxels_(voxels), raw_(values), config_(config)
{
  imaging::for_fixed_chunks(values.size(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n) look_at(n, values[n]);
                            });
  find_deep();
  sides_.assign(count(), 0);
  pure_sides_.assign(count(), 0);
}

bool LevelFinder::are_both_seen() const
{
  const auto enough = static_cast<std::ptrdiff_t>(enough_voxels);
  return std::ranges::count(sides_, std::int8_t{1}) >= enough && std::ranges::count(sides_, std::int8_t{-1}) >= enough;
}

void LevelFinder::find_enhancing()
{
  pair_ = {config_.post_contrast.viable, config_.post_contrast.dead};
  difference_ = {config_.enhancement.viable, config_.enhancement.dead};
  for (int round = 0; round < rounds; ++round)
  {
    find_sides();
    const std::jthread other([&] { refine(TissueFeature::PostContrast, config_.post_contrast, post_contrast_limits, pair_); });
    refine(TissueFeature::Enhancement, config_.enhancement, enhancement_limits, difference_);
  }
  find_sides();
}

void LevelFinder::look_at(std::size_t feature, const std::vector<float>& values)
{
  if (values.empty()) return;
  smooth_[feature] = smoothed(voxels_, values);
  noise_[feature] = noise_of_neighbours(values);
}

void LevelFinder::find_deep()
{
  const auto least = static_cast<float>(voxels_.in_plane_spacing());
  deep_.resize(count());
  std::size_t found = 0;
  for (std::size_t n = 0; n < count(); ++n) found += deep_[n] = voxels_.depth()[n] >= least ? 1 : 0;
  if (found < static_cast<std::size_t>(enough_voxels)) std::ranges::fill(deep_, std::uint8_t{1});
}

double LevelFinder::noise_of_neighbours(const std::vector<float>& values) const
{
  std::vector<float> differences;
  differences.reserve(count());
  for (std::size_t n = 0; n + 1 < count(); ++n)
    if (voxels_.neighbours()[n][1] == static_cast<std::int32_t>(n + 1)) differences.push_back(std::abs(values[n + 1] - values[n]));
  const double usual = quantile_of(std::move(differences), 0.5);
  return std::isfinite(usual) ? deviation_to_sigma * usual / std::numbers::sqrt2 : 0.0;
}

/// Place between the levels, -0.5 to 0.5 of the gap and beyond; the mean of both features where both are there.
double LevelFinder::place(std::size_t n) const
{
  const double after = (static_cast<double>(of(TissueFeature::PostContrast)[n]) - pair_.middle()) / pair_.gap();
  if (of(TissueFeature::Enhancement).empty() || !std::isfinite(of(TissueFeature::Enhancement)[n])) return after;
  const double rise = (static_cast<double>(of(TissueFeature::Enhancement)[n]) - difference_.middle()) / difference_.gap();
  return 0.4 * after + 0.6 * rise;
}

void LevelFinder::find_sides()
{
  if (of(TissueFeature::PostContrast).empty()) return;
  imaging::for_fixed_chunks(count(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n) sides_[n] = side_of(place(n));
                            });
  imaging::for_fixed_chunks(count(),
                            [&](const imaging::Chunk& chunk)
                            {
                              for (std::size_t n = chunk.first; n < chunk.last; ++n)
                                pure_sides_[n] = is_pure(n) ? sides_[n] : std::int8_t{0};
                            });
}

/// Whether a voxel and its neighbours in the lesion are all on one side: voxels at a border are mixtures.
bool LevelFinder::is_pure(std::size_t n) const
{
  const auto limit = static_cast<std::int32_t>(count());
  return is_deep(n) && std::ranges::all_of(voxels_.neighbours()[n], [&](std::int32_t other)
                                           { return other < 0 || other >= limit || sides_[static_cast<std::size_t>(other)] == sides_[n]; });
}

/// The level of the pure voxels of one side. Where these are few, of all of that side; of living tissue, whose rim may be so thin that all
/// of it is mixed with what is darker, that of the brightest third, which is mixed least.
SeenLevel LevelFinder::level_of_side(const std::vector<float>& values, std::int8_t side) const
{
  constexpr double middle_of_brightest = 5.0 / 6.0;
  auto pure = values_where(values, count(), [&](std::size_t n) { return pure_sides_[n] == side; });
  if (pure.size() >= static_cast<std::size_t>(enough_voxels)) return seen_level(std::move(pure));
  auto mixed = values_where(values, count(), [&](std::size_t n) { return is_deep(n) && sides_[n] == side; });
  if (side < 0 || mixed.empty()) return seen_level(std::move(mixed));
  const auto voxels = mixed.size();
  return {quantile_of(std::move(mixed), middle_of_brightest), voxels};
}

void LevelFinder::refine(TissueFeature feature, const LevelPriors& prior, const PairLimits& limits, LevelPair& pair) const
{
  if (of(feature).empty()) return;
  const auto& values = raw_[index_of(feature)];
  pair.viable = clamped(drawn_back(level_of_side(values, 1), prior.viable, count()), limits.viable);
  pair.dead = clamped(drawn_back(level_of_side(values, -1), prior.dead, count()), limits.dead);
  pair.viable = std::max(pair.viable, pair.dead + limits.least_gap);
}
}  // namespace nadir::segmentation
