#include "segmentation/lesion/border_evidence.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/result/expects.h"
#include "segmentation/lesion/image_evidence.h"
#include "segmentation/lesion/in_parallel.h"

namespace nadir::segmentation::lesion
{
namespace
{
bool tells_the_border(PromptKind kind) { return kind == PromptKind::Axes || kind == PromptKind::AxesExtent; }

/// Values of the drawn plane between two radii of the prompt's ellipse.
std::vector<float> band(const LesionGrid& grid, const GridImage& image, double from, double to)
{
  std::vector<float> values;
  for (int y = 0; y < LesionGrid::rows; ++y)
    for (int x = 0; x < LesionGrid::columns; ++x)
    {
      const double radius = std::hypot(LesionGrid::place(x), LesionGrid::place(y));
      const auto n = LesionGrid::cell(x, y, grid.drawn_plane);
      if (radius >= from && radius < to && image.valid[n] != 0) values.push_back(image.values[n]);
    }
  return values;
}

/// Offsets within a slice up to this distance, mm.
std::vector<VoxelIndex> offsets_within(const ImageGeometry& geometry, double reach)
{
  const auto& spacing = geometry.spacing();
  const int columns = static_cast<int>(reach / spacing.i), rows = static_cast<int>(reach / spacing.j);
  std::vector<VoxelIndex> offsets;
  for (int j = -rows; j <= rows; ++j)
    for (int i = -columns; i <= columns; ++i)
      if (std::hypot(i * spacing.i, j * spacing.j) <= reach) offsets.push_back({i, j, 0});
  return offsets;
}

/// Whether a voxel on the other side of the surface lies within the offsets.
bool near_border(const NativeBlock& block, VoxelIndex at, const std::vector<VoxelIndex>& offsets)
{
  const bool inside = block.values[block.offset(at.i, at.j, at.k)] > 0.5F;
  return std::any_of(offsets.begin(), offsets.end(),
                     [&](const VoxelIndex& by)
                     {
                       const VoxelIndex other{at.i + by.i, at.j + by.j, at.k};
                       return block.box.size.contains(other) && (block.values[block.offset(other.i, other.j, other.k)] > 0.5F) != inside;
                     });
}

float log_odds_of(float p) { return std::log(p / (1.0F - p)); }

/// What to add to the grid's log odds, half of which is given up where the image is plain.
float shift_of(float p, float ratio, float weight)
{
  constexpr float given_up = 0.5F;
  return weight * (ratio - given_up * log_odds_of(p));
}

/// Writes slice k.
void shift_slice(const BorderEvidence& evidence, const std::vector<VoxelIndex>& offsets, int k, BorderShift& shift)
{
  constexpr float doubt = 0.02F; // what the grid holds for surer than this stands
  const auto& found = shift.found;
  const auto& box = found.box;
  const auto values = evidence.image->slice(box.first.k + k);
  const auto width = static_cast<std::size_t>(evidence.image->geometry().size().i);
  for (int j = 0; j < box.size.j; ++j)
    for (int i = 0; i < box.size.i; ++i)
    {
      const float p = found.values[found.offset(i, j, k)];
      if (p < doubt || p > 1.0F - doubt || !near_border(found, {i, j, k}, offsets)) continue;
      const float value = values[static_cast<std::size_t>(box.first.j + j) * width + static_cast<std::size_t>(box.first.i + i)];
      if (std::isfinite(value))
        shift.log_odds[found.offset(i, j, k)] = shift_of(p, evidence.signal.even_log_ratio_of(value), static_cast<float>(evidence.weight));
    }
}
} // namespace

BorderEvidence border_evidence(const LesionGrid& grid, const std::shared_ptr<const imaging::Volume>& volume, const GridImage& image,
                               PromptKind kind)
{
  constexpr double inner = 0.8, within = 0.97, beyond = 1.08, outer = 1.4, cells = 1.5, least = 2.2; // radii; cells; mm
  if (!tells_the_border(kind)) return {};
  auto signal = intensity_model_of(band(grid, image, inner, within), band(grid, image, beyond, outer), image);
  const double weight = clearness_of(signal.overlap);
  return {volume, std::move(signal), weight, std::max(least, cells * grid.column_step())};
}

BorderShift border_shift(const BorderEvidence& evidence, NativeBlock found, int threads)
{
  BorderShift shift{std::move(found), {}};
  shift.log_odds.assign(shift.found.values.size(), 0.0F);
  const auto offsets = offsets_within(evidence.image->geometry(), evidence.reach);
  in_parallel(shift.found.box.size.k, threads, [&](int k) { shift_slice(evidence, offsets, k, shift); });
  return shift;
}

void apply_shift(const BorderShift& shift, NativeBlock& probability)
{
  NADIR_EXPECTS(shift.log_odds.size() == probability.values.size());
  for (std::size_t n = 0; n < shift.log_odds.size(); ++n)
  {
    float& p = probability.values[n];
    if (shift.log_odds[n] == 0.0F || p <= 0.0F || p >= 1.0F) continue;
    const float now = log_odds_of(p), corrected = std::abs(now - log_odds_of(shift.found.values[n]));
    p = 1.0F / (1.0F + std::exp(-now - std::max(0.0F, 1.0F - corrected) * shift.log_odds[n]));
  }
}
} // namespace nadir::segmentation::lesion
