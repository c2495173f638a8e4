#include "segmentation/propagation/bright_levels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "segmentation/propagation/distance_map.h"
#include "segmentation/propagation/tidy_lesion.h"

namespace nadir::segmentation
{
namespace
{
constexpr double nearby = 6.0;  // mm
constexpr std::size_t fewest = 20;

using Bytes = std::vector<std::uint8_t>;

/// The mask and what lies near it in its own slices, on the mask's own grid: other slices are too far away where they are thick.
struct Neighbourhood
{
  ImageGeometry grid;
  Bytes inside;
};

Neighbourhood neighbourhood_of(const Mask& lesion)
{
  const auto& box = lesion.box();
  const auto& grid = lesion.geometry();
  const auto reach = [](double step) { return static_cast<int>(std::ceil(nearby / step)); };
  const int ri = reach(grid.spacing().i), rj = reach(grid.spacing().j);
  const VoxelIndex first{box.first.i - ri, box.first.j - rj, box.first.k};
  const GridSize size{box.size.i + 2 * ri, box.size.j + 2 * rj, box.size.k};
  Neighbourhood result{ImageGeometry::make(size, grid.spacing(), grid.voxel_to_patient(first), grid.axes()).value(), {}};
  result.inside.reserve(size.voxels());
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
      {
        const VoxelIndex v{first.i + i, first.j + j, first.k + k};
        result.inside.push_back(grid.size().contains(v) && lesion.contains(v) ? 1 : 0);
      }
  return result;
}

struct Brightness
{
  float value;
  bool is_lesion;
};

/// Distance to the mask within each slice.
imaging::FloatImage distance_in_slices(const Neighbourhood& near)
{
  constexpr double far = 1e4;  // mm between slices
  const auto& s = near.grid.spacing();
  const auto apart = ImageGeometry::make(near.grid.size(), {s.i, s.j, far}, near.grid.voxel_to_patient(VoxelIndex{}), near.grid.axes());
  return distance_map(apart.value(), near.inside);
}

std::vector<Brightness> brightness_in(const imaging::FloatImage& image, const Neighbourhood& near)
{
  const auto distance = distance_in_slices(near);
  std::vector<Brightness> found;
  std::size_t n = 0;
  for (int k = 0; k < near.grid.size().k; ++k)
    for (int j = 0; j < near.grid.size().j; ++j)
      for (int i = 0; i < near.grid.size().i; ++i, ++n)
        if (distance.values[n] <= static_cast<float>(nearby))
          if (const auto value = imaging::sample(image, near.grid.voxel_to_patient(VoxelIndex{i, j, k})))
            found.push_back({*value, near.inside[n] != 0});
  return found;
}

float quantile(std::vector<float> values, double share)
{
  const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

/// Brighter than the lesion's own bright end by twice its spread: fat, vessels.
double high_limit(const std::vector<Brightness>& all)
{
  std::vector<float> lesion;
  for (const auto& voxel : all)
    if (voxel.is_lesion) lesion.push_back(voxel.value);
  const auto bright = static_cast<double>(quantile(lesion, 0.98)), usual = static_cast<double>(quantile(lesion, 0.5));
  return bright + 2.0 * (bright - usual);
}

/// The limit below `high` with the best Dice coefficient. `all` is sorted, brightest first.
BrightLevels best_levels(const std::vector<Brightness>& all, double lesion, double high)
{
  BrightLevels best{high, high};
  double taken = 0.0, right = 0.0;
  for (std::size_t n = 0; n < all.size(); ++n)
  {
    if (static_cast<double>(all[n].value) > high) continue;
    taken += 1.0;
    right += all[n].is_lesion ? 1.0 : 0.0;
    if (n + 1 < all.size() && all[n + 1].value == all[n].value) continue;
    const double dice = 2.0 * right / (taken + lesion);
    if (dice > best.agreement)
    {
      best.agreement = dice;
      best.low = n + 1 < all.size() ? 0.5 * static_cast<double>(all[n].value + all[n + 1].value) : static_cast<double>(all[n].value);
    }
  }
  return best;
}

double hole_share_of(const Neighbourhood& near)
{
  const auto filled = with_slice_holes_filled(near.inside, near.grid.size());
  const auto count = [](const Bytes& bytes) { return static_cast<double>(std::count(bytes.begin(), bytes.end(), 1)); };
  return count(filled) / count(near.inside) - 1.0;
}
}  // namespace

std::optional<BrightLevels> bright_levels(const imaging::FloatImage& baseline, const Mask& lesion)
{
  if (lesion.is_empty()) return std::nullopt;
  const auto near = neighbourhood_of(lesion);
  auto all = brightness_in(baseline, near);
  const auto inside = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Brightness& b) { return b.is_lesion; }));
  if (inside < fewest || all.size() - inside < fewest) return std::nullopt;
  std::stable_sort(all.begin(), all.end(), [](const Brightness& a, const Brightness& b) { return a.value > b.value; });
  auto levels = best_levels(all, static_cast<double>(inside), high_limit(all));
  levels.hole_share = hole_share_of(near);
  return levels;
}
}  // namespace nadir::segmentation
