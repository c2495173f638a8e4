#include "segmentation/propagation/distance_map.h"

#include <algorithm>
#include <cmath>

#include "segmentation/mask/euclidean_distance.h"

namespace nadir::segmentation
{
imaging::FloatImage distance_map(const ImageGeometry& geometry, const std::vector<std::uint8_t>& set)
{
  constexpr float farthest = 1e6F;  // mm
  imaging::FloatImage map{geometry, std::vector<float>(set.size())};
  std::transform(set.begin(), set.end(), map.values.begin(), [](std::uint8_t voxel) { return voxel != 0 ? 0.0F : no_source; });
  squared_distances(map.values, geometry.size(), geometry.spacing());
  for (float& value : map.values) value = std::min(std::sqrt(value), farthest);
  return map;
}

imaging::FloatImage signed_distance_map(const ImageGeometry& geometry, const std::vector<std::uint8_t>& set)
{
  std::vector<std::uint8_t> rest(set.size());
  std::transform(set.begin(), set.end(), rest.begin(), [](std::uint8_t v) { return static_cast<std::uint8_t>(v == 0 ? 1 : 0); });
  auto outside = distance_map(geometry, set);
  const auto inside = distance_map(geometry, rest);
  const auto& s = geometry.spacing();
  const float half = static_cast<float>(0.5 * std::min({s.i, s.j, s.k}));
  for (std::size_t n = 0; n < set.size(); ++n) outside.values[n] = set[n] != 0 ? half - inside.values[n] : outside.values[n] - half;
  return outside;
}
}  // namespace nadir::segmentation
