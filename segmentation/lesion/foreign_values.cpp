#include "segmentation/lesion/foreign_values.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/plane_values.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// In half lengths of the line.
constexpr double strip = 0.2, ends = 0.98, beyond = 1.12, rim_from = 0.75;

/// Twice as common beyond as along the line is chance; from there on it counts this often, since cells side by side agree.
constexpr float chance = 0.7F, gain = 4.0F;

/// The line, from this far off its middle, against beyond any lesion of its length; nullopt where the image shows too little of either.
std::optional<IntensityModel> line_model(const LesionGrid& grid, const GridImage& image, double from)
{
  constexpr std::size_t fewest = 20;  // cells
  const double across = grid.frame.half_short / grid.frame.half_long, half_width = std::min(strip, 0.5 * across);
  auto along =
      plane_values(image, grid.drawn_plane,
                   [&](double x, double y) { return std::abs(x) >= from && std::abs(x) < ends && std::abs(across * y) < half_width; });
  auto far = plane_values(image, grid.drawn_plane, [&](double x, double y) { return std::hypot(x, across * y) > beyond; });
  if (along.size() < fewest || far.size() < fewest) return std::nullopt;
  return intensity_model_of(std::move(along), std::move(far), image);
}
}  // namespace

void ForeignValues::add(const GridImage& image)
{
  const auto line = line_model(grid_, image, 0.0), rim = line_model(grid_, image, rim_from);
  if (!line) return;
  for (std::size_t n = 0; n < log_odds_.size(); ++n)
  {
    if (image.valid[n] == 0) continue;
    const float value = image.values[n], along = line->even_log_ratio_of(value), at_ends = rim ? rim->even_log_ratio_of(value) : along;
    log_odds_[n] = std::min(log_odds_[n], gain * (std::max(along, at_ends) + chance));
  }
}
}  // namespace nadir::segmentation::lesion
