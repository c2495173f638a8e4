#include "segmentation/tissue/air_distance.h"

#include "segmentation/tissue/distance_field.h"

namespace nadir::segmentation
{
namespace
{
using Marks = std::vector<std::uint8_t>;

/// The places whose own 3 x 3 places in the slice suffice `suffice`, a function of how many of the nine are marked; none at the net's edge.
template <class Suffice> Marks by_nine(const GridSize& net, const Marks& marked, Suffice suffice)
{
  const auto number = [&](int i, int j, int k)
  {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(net.j) + static_cast<std::size_t>(j)) * static_cast<std::size_t>(net.i) +
           static_cast<std::size_t>(i);
  };
  Marks found(marked.size(), 0);
  for (int k = 0; k < net.k; ++k)
    for (int j = 1; j + 1 < net.j; ++j)
      for (int i = 1; i + 1 < net.i; ++i)
      {
        int count = 0;
        for (int dj = -1; dj <= 1; ++dj)
          for (int di = -1; di <= 1; ++di) count += marked[number(i + di, j + dj, k)] != 0 ? 1 : 0;
        found[number(i, j, k)] = suffice(count) ? 1 : 0;
      }
  return found;
}

Marks air_of(const GridSize& net, const Marks& is_dark)
{
  return by_nine(net, is_dark, [](int count) { return count == 9; });
}

std::vector<float> distance_to(const ReferencePlaces& places, const Marks& marked)
{
  const auto& spacing = places.grid.spacing();
  return distance_field(marked, places.net, {spacing.i * places.step.i, spacing.j * places.step.j, spacing.k * places.step.k});
}
}  // namespace

std::vector<float> air_distance(const ReferencePlaces& places, const std::vector<std::uint8_t>& is_dark)
{
  return distance_to(places, air_of(places.net, is_dark));
}

std::vector<float> skin_distance(const ReferencePlaces& places, const std::vector<std::uint8_t>& is_dark)
{
  auto air = by_nine(places.net, air_of(places.net, is_dark), [](int count) { return count > 0; });
  for (std::size_t n = 0; n < air.size(); ++n) air[n] = air[n] != 0 && is_dark[n] != 0 ? 1 : 0;
  return distance_to(places, air);
}
}  // namespace nadir::segmentation
