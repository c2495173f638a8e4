#include "segmentation/propagation/distance_map.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nadir::segmentation
{
namespace
{
constexpr double farthest = 1e12;  // mm2

/// Lower envelope of parabolas along one line.
class LineDistance
{
public:
  explicit LineDistance(std::size_t longest) : place_(longest), border_(longest + 1), line_(longest) {}

  /// Replaces squared distances by the least of them plus the squared way along the line.
  void run(float* values, std::size_t count, std::size_t stride, double spacing)
  {
    for (std::size_t n = 0; n < count; ++n) line_[n] = static_cast<double>(values[n * stride]);
    build(count, spacing);
    std::size_t top = 0;
    for (std::size_t n = 0; n < count; ++n)
    {
      while (border_[top + 1] < static_cast<double>(n)) ++top;
      const double way = spacing * (static_cast<double>(n) - static_cast<double>(place_[top]));
      values[n * stride] = static_cast<float>(std::min(way * way + line_[place_[top]], farthest));
    }
  }

private:
  double crossing(std::size_t a, std::size_t b, double square) const
  {
    const auto x = static_cast<double>(a), y = static_cast<double>(b);
    return ((line_[b] + square * y * y) - (line_[a] + square * x * x)) / (2.0 * square * (y - x));
  }

  void build(std::size_t count, double spacing)
  {
    const double square = spacing * spacing;
    std::size_t top = 0;
    place_[0] = 0;
    border_[0] = -1e30;
    border_[1] = 1e30;
    for (std::size_t n = 1; n < count; ++n)
    {
      double at = crossing(place_[top], n, square);
      while (top > 0 && at <= border_[top]) at = crossing(place_[--top], n, square);
      place_[++top] = n;
      border_[top] = at;
      border_[top + 1] = 1e30;
    }
  }

  std::vector<std::size_t> place_;
  std::vector<double> border_;
  std::vector<double> line_;
};

std::size_t as_size(int n) { return static_cast<std::size_t>(n); }
}  // namespace

imaging::FloatImage distance_map(const ImageGeometry& geometry, const std::vector<std::uint8_t>& set)
{
  const auto& size = geometry.size();
  const std::size_t ni = as_size(size.i), nj = as_size(size.j), nk = as_size(size.k), slice = ni * nj;
  imaging::FloatImage map{geometry, std::vector<float>(set.size())};
  for (std::size_t n = 0; n < set.size(); ++n) map.values[n] = set[n] != 0 ? 0.0F : static_cast<float>(farthest);
  LineDistance line(std::max({ni, nj, nk}));
  for (std::size_t row = 0; row < nj * nk; ++row) line.run(&map.values[row * ni], ni, 1, geometry.spacing().i);
  for (std::size_t k = 0; k < nk; ++k)
    for (std::size_t i = 0; i < ni; ++i) line.run(&map.values[k * slice + i], nj, ni, geometry.spacing().j);
  for (std::size_t n = 0; n < slice; ++n) line.run(&map.values[n], nk, slice, geometry.spacing().k);
  for (float& value : map.values) value = std::sqrt(value);
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
