#include "segmentation/lesion/training/simulated_prompt.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace nadir::segmentation::lesion
{
namespace
{
struct Place
{
  double x = 0.0;
  double y = 0.0;
};

std::vector<Place> places_in(const Mask& mask, int k)
{
  std::vector<Place> places;
  const auto& box = mask.box();
  for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
    for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
      if (mask.contains({i, j, k})) places.push_back({static_cast<double>(i), static_cast<double>(j)});
  return places;
}

int largest_slice(const Mask& mask)
{
  int best = mask.box().first.k;
  std::size_t most = 0;
  for (int k = mask.box().first.k; k < mask.box().first.k + mask.box().size.k; ++k)
    if (const auto count = places_in(mask, k).size(); count > most) best = k, most = count;
  return best;
}

PatientPoint middle_of(const Mask& mask, int k)
{
  ContinuousVoxelIndex sum{0.0, 0.0, static_cast<double>(k)};
  const auto places = places_in(mask, k);
  for (const auto& place : places)
    sum.i += place.x / static_cast<double>(places.size()), sum.j += place.y / static_cast<double>(places.size());
  return mask.geometry().voxel_to_patient(sum);
}

/// Pixels with a neighbour outside.
std::vector<Place> border_in(const Mask& mask, int k)
{
  std::vector<Place> border;
  for (const auto& p : places_in(mask, k))
  {
    const int i = static_cast<int>(p.x), j = static_cast<int>(p.y);
    if (!mask.contains({i - 1, j, k}) || !mask.contains({i + 1, j, k}) || !mask.contains({i, j - 1, k}) || !mask.contains({i, j + 1, k}))
      border.push_back(p);
  }
  return border;
}

PromptLine longest_in(const Mask& mask, int k)
{
  const auto border = border_in(mask, k);
  const auto& spacing = mask.geometry().spacing();
  double longest = -1.0;
  Place a, b;
  for (const auto& p : border)
    for (const auto& q : border)
      if (const double length = std::hypot((p.x - q.x) * spacing.i, (p.y - q.y) * spacing.j); length > longest)
        longest = length, a = p, b = q;
  const double more = longest > 0.0 ? 0.5 * std::min(spacing.i, spacing.j) / longest : 0.0;
  const auto at = [&](double t) {
    return mask.geometry().voxel_to_patient(ContinuousVoxelIndex{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y), static_cast<double>(k)});
  };
  return {at(-more), at(1.0 + more)};
}

/// Longest chord at a right angle, between the outermost pixels of a strip of one pixel.
PromptLine perpendicular_to(const PromptLine& axis, const Mask& mask, int k)
{
  const auto direction = (1.0 / norm(axis.to - axis.from)) * (axis.to - axis.from);
  const auto across = cross(mask.geometry().axes().k, direction);
  const double length = norm(axis.to - axis.from), step = std::min(mask.geometry().spacing().i, mask.geometry().spacing().j);
  const auto strips = static_cast<std::size_t>(length / step) + 1;
  std::vector<double> low(strips, 1e9), high(strips, -1e9);
  for (const auto& p : border_in(mask, k))
  {
    const auto offset = mask.geometry().voxel_to_patient(ContinuousVoxelIndex{p.x, p.y, static_cast<double>(k)}) - axis.from;
    const double along = dot(offset, direction);
    const auto strip = static_cast<std::size_t>(std::clamp(along / step, 0.0, static_cast<double>(strips - 1)));
    low[strip] = std::min(low[strip], dot(offset, across) - 0.5 * step);
    high[strip] = std::max(high[strip], dot(offset, across) + 0.5 * step);
  }
  std::size_t best = strips / 2;
  for (std::size_t n = 0; n < strips; ++n)
    if (high[n] - low[n] > high[best] - low[best]) best = n;
  const auto foot = axis.from + ((static_cast<double>(best) + 0.5) * step) * direction;
  return {foot + low[best] * across, foot + high[best] * across};
}

/// Where truth and answer differ in one direction.
struct ErrorMap
{
  GridSize size;
  std::vector<std::uint8_t> voxels;
};

ErrorMap error_map(const Mask& in, const Mask& not_in)
{
  ErrorMap map{in.geometry().size(), std::vector<std::uint8_t>(in.geometry().size().voxels(), 0)};
  std::size_t n = 0;
  for (int k = 0; k < map.size.k; ++k)
    for (int j = 0; j < map.size.j; ++j)
      for (int i = 0; i < map.size.i; ++i, ++n) map.voxels[n] = in.contains({i, j, k}) && !not_in.contains({i, j, k}) ? 1 : 0;
  return map;
}

/// The largest connected error (6 neighbours).
std::vector<std::size_t> largest_error(ErrorMap& map)
{
  const auto row = static_cast<std::size_t>(map.size.i), plane = row * static_cast<std::size_t>(map.size.j);
  std::vector<std::size_t> best, part;
  for (std::size_t n = 0; n < map.voxels.size(); ++n)
  {
    if (map.voxels[n] == 0) continue;
    part.assign(1, n);
    map.voxels[n] = 0;
    for (std::size_t head = 0; head < part.size(); ++head)
    {
      const std::size_t v = part[head];
      const auto visit = [&](bool exists, std::size_t next)
      {
        if (!exists || map.voxels[next] == 0) return;
        map.voxels[next] = 0;
        part.push_back(next);
      };
      visit(v % row > 0, v - 1), visit(v % row + 1 < row, v + 1);
      visit(v % plane >= row, v - row), visit(v % plane + row < plane, v + row);
      visit(v >= plane, v - plane), visit(v + plane < map.size.voxels(), v + plane);
    }
    if (part.size() > best.size()) best = part;
  }
  return best;
}

/// The place of a slice's error that lies deepest in it, and how deep, pixels (chessboard rings peeled off).
struct Deepest
{
  std::size_t voxel = 0;
  double depth = 0.0;
};

Deepest deepest_in(const std::vector<std::size_t>& slice, const GridSize& size)
{
  const auto row = static_cast<std::size_t>(size.i), plane = row * static_cast<std::size_t>(size.j);
  std::vector<int> depth(plane, 0);
  for (const auto v : slice) depth[v % plane] = 1;
  Deepest best{slice.front(), 0.5};
  for (bool changed = true; changed;)
  {
    changed = false;
    std::vector<std::size_t> deeper;
    for (const auto v : slice)
    {
      const std::size_t n = v % plane;
      if (n % row == 0 || n % row + 1 == row || n < row || n + row >= plane) continue;
      const int least = std::min({depth[n - 1], depth[n + 1], depth[n - row], depth[n + row]});
      if (least >= depth[n] && depth[n] > 0) deeper.push_back(v);
    }
    for (const auto v : deeper) depth[v % plane] += 1, changed = true;
    if (!deeper.empty()) best = {deeper[deeper.size() / 2], best.depth + 1.0};
  }
  return best;
}
}  // namespace

SimulatedPrompt simulated_prompt(const Mask& truth)
{
  SimulatedPrompt prompt;
  const int k = largest_slice(truth);
  prompt.long_axis = longest_in(truth, k);
  prompt.short_axis = perpendicular_to(prompt.long_axis, truth, k);
  prompt.extent = {middle_of(truth, truth.box().first.k), middle_of(truth, truth.box().first.k + truth.box().size.k - 1)};
  prompt.click = prompt.long_axis.from + 0.5 * (prompt.long_axis.to - prompt.long_axis.from);
  return prompt;
}

std::optional<Stroke> corrective_stroke(const Mask& truth, const Mask& found, double radius)
{
  auto missed = error_map(truth, found), extra = error_map(found, truth);
  const auto miss = largest_error(missed), more = largest_error(extra);
  const auto& error = miss.size() >= more.size() ? miss : more;
  if (error.empty()) return std::nullopt;
  const auto& size = truth.geometry().size();
  const auto plane = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  std::vector<std::vector<std::size_t>> slices(static_cast<std::size_t>(size.k));
  for (const auto v : error) slices[v / plane].push_back(v);
  const auto& slice = *std::max_element(slices.begin(), slices.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const auto deepest = deepest_in(slice, size);
  const VoxelIndex at{static_cast<int>(deepest.voxel % static_cast<std::size_t>(size.i)),
                      static_cast<int>(deepest.voxel / static_cast<std::size_t>(size.i) % static_cast<std::size_t>(size.j)),
                      static_cast<int>(deepest.voxel / plane)};
  Stroke stroke;
  stroke.kind = miss.size() >= more.size() ? StrokeKind::Foreground : StrokeKind::Background;
  stroke.radius =
      Millimeters{std::min(radius, std::max(1.0, deepest.depth) * std::min(truth.geometry().spacing().i, truth.geometry().spacing().j))};
  stroke.points = {truth.geometry().voxel_to_patient(at)};
  return stroke;
}
}  // namespace nadir::segmentation::lesion
