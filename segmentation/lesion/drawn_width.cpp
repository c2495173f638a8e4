#include "segmentation/lesion/drawn_width.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "segmentation/lesion/image_evidence.h"
#include "segmentation/lesion/intensity_model.h"
#include "segmentation/lesion/plane_values.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// An ellipse on the line, in half lengths of the line.
struct Ellipse
{
  double half_short = 0.75;
  double offset = 0.0;

  double radius(double x, double y) const { return std::hypot(x, (y - offset) / half_short); }
};

/// Typical widths of sarcomas over their length, and how they scatter (the 12 sarcomas of the training set, rounded up).
constexpr double typical_width = 0.75, width_scatter = 0.2, offset_scatter = 0.15;

/// Cells of an image that say the same because they lie side by side.
constexpr double cells_of_one_mind = 20.0;

double advantage(const Ellipse& ellipse)
{
  const double width = (ellipse.half_short - typical_width) / width_scatter, offset = ellipse.offset / offset_scatter;
  return -0.5 * (width * width + offset * offset);
}

/// The drawn slice, as wide as the line is long.
LesionGrid slice_grid(const PromptFrame& line, double spacing)
{
  LesionGrid grid;
  grid.frame = line;
  grid.frame.half_short = line.half_long;
  grid.frame.lean_up = grid.frame.lean_down = {};
  grid.plane_step = spacing;
  return grid;
}

/// What occurs along the line, ends and all, against what no lesion of this length reaches.
IntensityModel along_the_line(const GridImage& image)
{
  constexpr double strip = 0.22, ends = 0.98, beyond = 1.12, farthest = 1.65;
  return intensity_model_of(plane_values(image, 0, [](double x, double y) { return std::hypot(x / ends, y / strip) < 1.0; }),
                            plane_values(image, 0,
                                         [](double x, double y)
                                         {
                                           const double radius = std::hypot(x, y);
                                           return radius >= beyond && radius < farthest;
                                         }),
                            image);
}

/// What lies just within the line's ends against what lies just beyond them: how the outer border looks.
IntensityModel at_the_ends(const GridImage& image)
{
  constexpr double within = 0.8, border = 0.985, beyond = 1.04, outer = 1.25, half_width = 0.2;
  // What lies within a narrow ellipse near the ends lies within wider lesions, too.
  return intensity_model_of(plane_values(image, 0,
                                         [](double x, double y)
                                         {
                                           const double radius = Ellipse{0.5, 0.0}.radius(x, y);
                                           return radius >= within && radius < border && std::abs(y) < half_width;
                                         }),
                            plane_values(image, 0,
                                         [](double x, double y)
                                         {
                                           const double radius = std::hypot(x, y);
                                           return radius >= beyond && radius < outer && std::abs(y) < half_width;
                                         }),
                            image);
}

/// What occurs within an ellipse against what surrounds it.
IntensityModel within(const GridImage& image, const Ellipse& ellipse)
{
  constexpr auto zones = plain_zones;
  return intensity_model_of(plane_values(image, 0, [&](double x, double y) { return ellipse.radius(x, y) < zones.core; }),
                            plane_values(image, 0,
                                         [&](double x, double y)
                                         {
                                           const double radius = ellipse.radius(x, y);
                                           return radius >= zones.shell_from && radius < zones.shell_to;
                                         }),
                            image);
}

/// What the images say of each cell of the slice, and how plainly.
struct SliceEvidence
{
  CellValues log_ratio = CellValues(LesionGrid::plane_cells(), 0.0F);
  double clearness = 0.0;
};

template <class Model> SliceEvidence evidence_of(const std::vector<GridImage>& images, Model model)
{
  SliceEvidence evidence;
  for (const auto& image : images)
  {
    const auto intensities = model(image);
    const double weight = clearness_of(intensities.overlap);
    evidence.clearness = std::max(evidence.clearness, weight);
    for (std::size_t n = 0; n < evidence.log_ratio.size(); ++n)
      if (image.valid[n] != 0) evidence.log_ratio[n] += static_cast<float>(weight) * intensities.even_log_ratio_of(image.values[n]);
  }
  return evidence;
}

/// What the line crosses stays true: a thin rim is hardly seen within an ellipse that leaves it out.
void add(const SliceEvidence& other, SliceEvidence& evidence)
{
  for (std::size_t n = 0; n < evidence.log_ratio.size(); ++n) evidence.log_ratio[n] = 0.5F * (evidence.log_ratio[n] + other.log_ratio[n]);
}

/// What speaks for an ellipse: cells within that look like lesion, and a border that looks like that at the line's ends.
double score(const SliceEvidence& region, const SliceEvidence& border, const Ellipse& ellipse)
{
  constexpr double band = 0.15;
  double sum = 0.0;
  for (int y = 0; y < LesionGrid::rows; ++y)
    for (int x = 0; x < LesionGrid::columns; ++x)
    {
      const double radius = ellipse.radius(LesionGrid::place(x), LesionGrid::place(y));
      const auto n = LesionGrid::cell(x, y, 0);
      if (radius < 1.0) sum += static_cast<double>(region.log_ratio[n]);
      if (radius >= 1.0 - band && radius < 1.0) sum += static_cast<double>(border.log_ratio[n]);
      if (radius >= 1.0 && radius < 1.0 + band) sum -= static_cast<double>(border.log_ratio[n]);
    }
  return sum / cells_of_one_mind + advantage(ellipse);
}

/// Whether the images tell enough: lesion and surroundings differ much, or differ somewhat and so do the two sides of the ends.
bool is_plain(double within, double at_ends)
{
  constexpr double enough = 0.3, some = 0.05;
  return within >= enough || (within >= some && at_ends >= some);
}

/// A short axis is never longer than the longest diameter, and the line's own cells lie within the lesion.
Ellipse best_ellipse(const SliceEvidence& region, const SliceEvidence& border)
{
  Ellipse best;
  double highest = score(region, border, best);
  for (double half_short = 0.25; half_short < 1.005; half_short += 0.025)
    for (double offset = -0.4; offset < 0.405; offset += 0.05)
    {
      const Ellipse candidate{half_short, offset};
      if (std::abs(offset) > 0.6 * half_short) continue;
      if (const double value = score(region, border, candidate); value > highest) highest = value, best = candidate;
    }
  return best;
}
}  // namespace

std::optional<DrawnWidth> drawn_width(const Channels& channels, const PromptFrame& frame, int threads)
{
  const auto grid = slice_grid(frame, channels.front()->geometry().spacing().k);
  std::vector<GridImage> images;
  for (const auto& channel : channels) images.push_back(sample_on(grid, *channel, threads));
  const auto first = evidence_of(images, along_the_line), border = evidence_of(images, at_the_ends);
  if (first.clearness == 0.0) return std::nullopt;
  Ellipse ellipse = best_ellipse(first, border);
  double clearness = 0.0;
  constexpr int rounds = 3;
  for (int round = 0; round < rounds; ++round)
  {
    auto evidence = evidence_of(images, [&](const GridImage& image) { return within(image, ellipse); });
    clearness = evidence.clearness;
    add(first, evidence);
    ellipse = best_ellipse(evidence, border);
  }
  if (!is_plain(clearness, border.clearness)) return std::nullopt;
  return DrawnWidth{{ellipse.half_short * frame.half_long, ellipse.offset * frame.half_long}, clearness};
}
}  // namespace nadir::segmentation::lesion
