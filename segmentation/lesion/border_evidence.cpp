#include "segmentation/lesion/border_evidence.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imaging/result/expects.h"
#include "imaging/volume/volume_part.h"
#include "segmentation/lesion/image_evidence.h"
#include "segmentation/lesion/in_parallel.h"
#include "segmentation/lesion/slice_border.h"

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

/// Slice k of a block as bytes.
std::vector<std::uint8_t> inside_of(const NativeBlock& block, int k)
{
  const auto first = block.values.begin() + static_cast<std::ptrdiff_t>(block.offset(0, 0, k)),
             last = block.values.begin() + static_cast<std::ptrdiff_t>(block.offset(0, 0, k + 1));
  std::vector<std::uint8_t> inside(static_cast<std::size_t>(last - first));
  std::transform(first, last, inside.begin(), [](float p) { return p > 0.5F ? std::uint8_t{1} : std::uint8_t{0}; });
  return inside;
}

float log_odds_of(float p) { return std::log(p / (1.0F - p)); }

/// What to add to the grid's log odds, half of which is given up where the image is plain.
float shift_of(float p, float ratio, float weight)
{
  constexpr float given_up = 0.5F;
  return weight * (ratio - given_up * log_odds_of(p));
}

/// What slice k adds.
std::vector<BorderShift::Voxel> shifts_of(const BorderEvidence& evidence, const NativeBlock& found, const Disc& disc, int k)
{
  constexpr float doubt = 0.02F;  // what the grid holds for surer than this stands
  const auto& box = found.box;
  const auto values = imaging::part_of_slice(*evidence.image, box.first.k + k, {box.first.i, box.first.j, box.size.i, box.size.j});
  const SliceBorder border(box.size, inside_of(found, k));
  const std::size_t slice = found.offset(0, 0, k);
  std::vector<BorderShift::Voxel> shifts;
  for (int j = 0; j < box.size.j; ++j)
    for (int i = 0; i < box.size.i; ++i)
    {
      const float p = found.values[found.offset(i, j, k)];
      if (p < doubt || p > 1.0F - doubt || !border.is_near(i, j, disc)) continue;
      const float value = values[found.offset(i, j, k) - slice];
      if (!std::isfinite(value)) continue;
      const float shift = shift_of(p, evidence.signal.even_log_ratio_of(value), static_cast<float>(evidence.weight));
      shifts.push_back({found.offset(i, j, k), log_odds_of(p), shift});
    }
  return shifts;
}
}  // namespace

BorderEvidence border_evidence(const LesionGrid& grid, const std::shared_ptr<const imaging::Volume>& volume, const GridImage& image,
                               PromptKind kind)
{
  constexpr double inner = 0.8, within = 0.97, beyond = 1.08, outer = 1.4, cells = 1.5, least = 2.2;  // radii; cells; mm
  if (!tells_the_border(kind)) return {};
  auto signal = intensity_model_of(band(grid, image, inner, within), band(grid, image, beyond, outer), image);
  const double weight = clearness_of(signal.overlap);
  return {volume, std::move(signal), weight, std::max(least, cells * grid.column_step())};
}

BorderShift border_shift(const BorderEvidence& evidence, const NativeBlock& found, int threads)
{
  std::vector<std::vector<BorderShift::Voxel>> slices(static_cast<std::size_t>(found.box.size.k));
  const auto disc = disc_of(evidence.image->geometry().spacing(), evidence.reach);
  in_parallel(found.box.size.k, threads, [&](int k) { slices[static_cast<std::size_t>(k)] = shifts_of(evidence, found, disc, k); });
  BorderShift shift{found.box.size, {}};
  for (const auto& slice : slices) shift.voxels.insert(shift.voxels.end(), slice.begin(), slice.end());
  return shift;
}

void apply_shift(const BorderShift& shift, NativeBlock& probability)
{
  NADIR_EXPECTS(shift.block == probability.box.size);
  for (const auto& voxel : shift.voxels)
  {
    float& p = probability.values[voxel.at];
    if (p <= 0.0F || p >= 1.0F) continue;
    const float now = log_odds_of(p), corrected = std::abs(now - voxel.found);
    p = 1.0F / (1.0F + std::exp(-now - std::max(0.0F, 1.0F - corrected) * voxel.shift));
  }
}
}  // namespace nadir::segmentation::lesion
