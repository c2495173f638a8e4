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

/// How far a disc reaches to either side of its middle, in voxels, row by row.
struct Disc
{
  int rows = 0;            ///< above and below the middle
  std::vector<int> halves; ///< of row -rows..rows
};

Disc disc_of(const ImageGeometry& geometry, double reach)
{
  const auto& spacing = geometry.spacing();
  Disc disc{static_cast<int>(reach / spacing.j), {}};
  for (int j = -disc.rows; j <= disc.rows; ++j)
  {
    int half = static_cast<int>(reach / spacing.i);
    while (half > 0 && std::hypot(half * spacing.i, j * spacing.j) > reach) --half;
    disc.halves.push_back(half);
  }
  return disc;
}

/// How many voxels of a slice lie inside the surface, from each row's begin on.
class InsideCounts
{
public:
  InsideCounts(const NativeBlock& block, int k) : size_(block.box.size), before_(row(size_.j), 0)
  {
    for (int j = 0; j < size_.j; ++j)
      for (int i = 0; i < size_.i; ++i)
        before_[row(j) + static_cast<std::size_t>(i) + 1] =
            before_[row(j) + static_cast<std::size_t>(i)] + (block.values[block.offset(i, j, k)] > 0.5F ? 1 : 0);
  }

  /// Whether a voxel on the other side of the surface lies within the disc around one.
  bool near_border(int i, int j, const Disc& disc) const
  {
    const bool inside = count(i, i + 1, j) == 1;
    for (int y = std::max(0, j - disc.rows); y <= std::min(size_.j - 1, j + disc.rows); ++y)
    {
      const int half = disc.halves[static_cast<std::size_t>(y - j + disc.rows)];
      const int begin = std::max(0, i - half), end = std::min(size_.i, i + half + 1);
      if (count(begin, end, y) != (inside ? end - begin : 0)) return true;
    }
    return false;
  }

private:
  std::size_t row(int j) const { return static_cast<std::size_t>(j) * (static_cast<std::size_t>(size_.i) + 1); }
  int count(int begin, int end, int j) const
  {
    return before_[row(j) + static_cast<std::size_t>(end)] - before_[row(j) + static_cast<std::size_t>(begin)];
  }

  GridSize size_;
  std::vector<int> before_;
};

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
  constexpr float doubt = 0.02F; // what the grid holds for surer than this stands
  const auto& box = found.box;
  const auto values = evidence.image->slice(box.first.k + k);
  const auto width = static_cast<std::size_t>(evidence.image->geometry().size().i);
  const InsideCounts counts(found, k);
  std::vector<BorderShift::Voxel> shifts;
  for (int j = 0; j < box.size.j; ++j)
    for (int i = 0; i < box.size.i; ++i)
    {
      const float p = found.values[found.offset(i, j, k)];
      if (p < doubt || p > 1.0F - doubt || !counts.near_border(i, j, disc)) continue;
      const float value = values[static_cast<std::size_t>(box.first.j + j) * width + static_cast<std::size_t>(box.first.i + i)];
      if (!std::isfinite(value)) continue;
      const float shift = shift_of(p, evidence.signal.even_log_ratio_of(value), static_cast<float>(evidence.weight));
      shifts.push_back({found.offset(i, j, k), log_odds_of(p), shift});
    }
  return shifts;
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

BorderShift border_shift(const BorderEvidence& evidence, const NativeBlock& found, int threads)
{
  std::vector<std::vector<BorderShift::Voxel>> slices(static_cast<std::size_t>(found.box.size.k));
  const auto disc = disc_of(evidence.image->geometry(), evidence.reach);
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
} // namespace nadir::segmentation::lesion
