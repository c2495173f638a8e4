#include "segmentation/tissue/air_distance.h"

#include "segmentation/tissue/distance_field.h"

namespace nadir::segmentation
{
std::vector<float> air_distance(const ReferencePlaces& places, const std::vector<std::uint8_t>& is_dark)
{
  const auto columns = places.net.i, rows = places.net.j;
  const auto number = [&](int i, int j, int k)
  {
    return (static_cast<std::size_t>(k) * static_cast<std::size_t>(rows) + static_cast<std::size_t>(j)) *
               static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(i);
  };
  std::vector<std::uint8_t> air(places.voxels.size(), 0);
  for (int k = 0; k < places.net.k; ++k)
    for (int j = 1; j + 1 < rows; ++j)
      for (int i = 1; i + 1 < columns; ++i)
      {
        bool all = true;
        for (int dj = -1; dj <= 1 && all; ++dj)
          for (int di = -1; di <= 1 && all; ++di) all = is_dark[number(i + di, j + dj, k)] != 0;
        air[number(i, j, k)] = all ? 1 : 0;
      }
  const auto& spacing = places.grid.spacing();
  return distance_field(air, places.net, {spacing.i * places.step.i, spacing.j * places.step.j, spacing.k * places.step.k});
}
}  // namespace nadir::segmentation
