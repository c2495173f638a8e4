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

/// What occurs in a part of the slice against what no lesion of the line's length reaches.
template <class Part> IntensityModel against_beyond(const GridImage& image, Part part)
{
  constexpr double beyond = 1.12, farthest = 1.65;
  return intensity_model_of(plane_values(image, 0, part),
                            plane_values(image, 0,
                                         [](double x, double y)
                                         {
                                           const double radius = std::hypot(x, y);
                                           return radius >= beyond && radius < farthest;
                                         }),
                            image);
}

/// Along the line, ends and all.
IntensityModel along_the_line(const GridImage& image)
{
  constexpr double strip = 0.22, ends = 0.98;
  return against_beyond(image, [](double x, double y) { return std::hypot(x / ends, y / strip) < 1.0; });
}

/// The same as wide near the ends as in the middle: a thin rim fills little of a line.
IntensityModel evenly_along_the_line(const GridImage& image)
{
  constexpr double strip = 0.1, ends = 0.98;
  return against_beyond(image, [](double x, double y) { return std::abs(x) < ends && std::abs(y) < strip; });
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

/// How plainly a model tells its two sides apart, 0..1.
using Plainness = double (*)(const IntensityModel&);

/// By how few values they share.
double by_overlap(const IntensityModel& model) { return clearness_of(model.overlap); }

/// By how much of the inside has values of its own: a dead middle may look like muscle where the living rim around it does not.
double by_own_values(const IntensityModel& model)
{
  constexpr double none = 0.1, full = 0.3;
  constexpr float own = 1.1F;  // three times as common
  const auto count = std::count_if(model.core.begin(), model.core.end(), [&](float v) { return model.even_log_ratio_of(v) > own; });
  const double share = static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(1, model.core.size()));
  return std::clamp((share - none) / (full - none), 0.0, 1.0);
}

template <class Model> SliceEvidence evidence_of(const std::vector<GridImage>& images, Plainness plainness, Model model)
{
  SliceEvidence evidence;
  for (const auto& image : images)
  {
    const auto intensities = model(image);
    const double weight = plainness(intensities);
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

struct Found
{
  Ellipse ellipse;
  double clearness = 0.0;
};

/// The best ellipse where the images tell enough. `line`: the model of what the line crosses.
std::optional<Found> found_by(Plainness plainness, IntensityModel (*line)(const GridImage&), const std::vector<GridImage>& images)
{
  constexpr int rounds = 3;
  const auto first = evidence_of(images, plainness, line), border = evidence_of(images, plainness, at_the_ends);
  if (first.clearness == 0.0) return std::nullopt;
  Found found{best_ellipse(first, border)};
  for (int round = 0; round < rounds; ++round)
  {
    auto evidence = evidence_of(images, plainness, [&](const GridImage& image) { return within(image, found.ellipse); });
    found.clearness = evidence.clearness;
    add(first, evidence);
    found.ellipse = best_ellipse(evidence, border);
  }
  return is_plain(found.clearness, border.clearness) ? std::optional(found) : std::nullopt;
}

/// Share of the cells between two radii of an ellipse whose values are rather those along the line, or at its ends, than those beyond.
double share_of_line(const GridImage& image, const Ellipse& ellipse, double from, double to)
{
  constexpr float rather = 0.7F;  // twice as common
  const auto line = evenly_along_the_line(image), ends = at_the_ends(image);
  const auto values = plane_values(image, 0,
                                   [&](double x, double y)
                                   {
                                     const double radius = ellipse.radius(x, y);
                                     return radius >= from && radius < to;
                                   });
  const auto of_line = std::count_if(values.begin(), values.end(),
                                     [&](float v) { return std::max(line.even_log_ratio_of(v), ends.even_log_ratio_of(v)) > rather; });
  return values.empty() ? 0.0 : static_cast<double>(of_line) / static_cast<double>(values.size());
}

/// Whether the ellipse ends where the values of the line do. Limb phantoms with a rim: 0.04 to 0.2 of the cells just beyond it have such
/// values; sarcomas on T1, of which muscle has many: 0.23 to 0.5.
bool is_bounded(const GridImage& image, const Ellipse& ellipse)
{
  constexpr double least_within = 0.5, most_beyond = 0.2;
  return share_of_line(image, ellipse, 0.8, 0.97) >= least_within && share_of_line(image, ellipse, 1.06, 1.35) <= most_beyond;
}

/// A lesion whose middle shares its values with the surroundings, told by its rim; nothing where this bounds no ellipse.
std::optional<Found> found_by_rim(const std::vector<GridImage>& images)
{
  const auto found = found_by(by_own_values, evenly_along_the_line, images);
  const auto bounds = [&](const GridImage& image) { return is_bounded(image, found->ellipse); };
  return found && std::any_of(images.begin(), images.end(), bounds) ? found : std::nullopt;
}
}  // namespace

std::optional<DrawnWidth> drawn_width(const Channels& channels, const PromptFrame& frame, int threads)
{
  const auto grid = slice_grid(frame, channels.front()->geometry().spacing().k);
  std::vector<GridImage> images;
  for (const auto& channel : channels) images.push_back(sample_on(grid, *channel, threads));
  auto found = found_by(by_overlap, along_the_line, images);
  // The image that the line was drawn on shows where it ends; another one may show a core only.
  if (!found || !is_bounded(images.front(), found->ellipse))
    if (const auto by_rim = found_by_rim(images)) found = by_rim;
  if (!found) return std::nullopt;
  return DrawnWidth{{found->ellipse.half_short * frame.half_long, found->ellipse.offset * frame.half_long}, found->clearness};
}
}  // namespace nadir::segmentation::lesion
