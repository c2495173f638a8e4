#include "segmentation/tissue/enclosed_share.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace nadir::segmentation
{
namespace
{
constexpr std::uint8_t dark_lesion = 1, bright_lesion = 2;

/// The lesion in a box that is one voxel wider on each side, so that every voxel has all its neighbours.
struct Padded
{
  std::ptrdiff_t row = 0;
  std::ptrdiff_t slice = 0;
  std::vector<std::ptrdiff_t> places;  ///< of the lesion's voxels, ascending
  std::vector<std::uint8_t> state;     ///< 0 outside
};

Padded padded(const LesionVoxels& voxels, const std::vector<std::uint8_t>& bright)
{
  constexpr int most = std::numeric_limits<int>::max(), least = std::numeric_limits<int>::min();
  VoxelIndex low{most, most, most}, high{least, least, least};
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    const auto& v = voxels.voxels()[n];
    low = {std::min(low.i, v.i), std::min(low.j, v.j), std::min(low.k, v.k)};
    high = {std::max(high.i, v.i), std::max(high.j, v.j), std::max(high.k, v.k)};
  }
  Padded box;
  box.row = high.i - low.i + 3;
  box.slice = box.row * (high.j - low.j + 3);
  box.state.assign(static_cast<std::size_t>(box.slice * (high.k - low.k + 3)), 0);
  for (std::size_t n = 0; n < voxels.lesion_count(); ++n)
  {
    const auto& v = voxels.voxels()[n];
    box.places.push_back(v.i - low.i + 1 + box.row * (v.j - low.j + 1) + box.slice * (v.k - low.k + 1));
    box.state[static_cast<std::size_t>(box.places.back())] = bright[n] != 0 ? bright_lesion : dark_lesion;
  }
  return box;
}

/// Adds `part` to each voxel that meets bright tissue a number of `step`s further. `step` leads to places before the voxel's own when it is
/// negative: those have been looked at then.
void add_meetings(const Padded& box, std::ptrdiff_t step, float part, std::vector<float>& shares)
{
  std::vector<std::uint8_t> meets(box.state.size(), 0);
  const auto count = static_cast<std::ptrdiff_t>(box.places.size());
  for (std::ptrdiff_t m = 0; m < count; ++m)
  {
    const auto n = static_cast<std::size_t>(step < 0 ? m : count - 1 - m);
    const auto next = static_cast<std::size_t>(box.places[n] + step);
    const bool is_met = box.state[next] == bright_lesion || (box.state[next] == dark_lesion && meets[next] != 0);
    meets[static_cast<std::size_t>(box.places[n])] = is_met ? 1 : 0;
    if (is_met) shares[n] += part;
  }
}
}  // namespace

std::vector<float> enclosed_shares(const LesionVoxels& voxels, const std::vector<std::uint8_t>& bright)
{
  constexpr float each = 1.0F / 26.0F;
  const auto box = padded(voxels, bright);
  std::vector<float> shares(voxels.lesion_count(), 0.0F);
  for (int k = -1; k <= 1; ++k)
    for (int j = -1; j <= 1; ++j)
      for (int i = -1; i <= 1; ++i)
        if (i != 0 || j != 0 || k != 0) add_meetings(box, i + box.row * j + box.slice * k, each, shares);
  return shares;
}
}  // namespace nadir::segmentation
