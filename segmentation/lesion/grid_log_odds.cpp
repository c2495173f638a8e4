#include "segmentation/lesion/grid_log_odds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "segmentation/lesion/ellipsoid_prior.h"
#include "segmentation/lesion/grid_filters.h"
#include "segmentation/lesion/pull_log_odds.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Log odds above which a cell counts, before they are shifted to 0: what maximises the expected Dice lies below even odds.
constexpr float cut = -0.15F;

/// A channel counts as without contrast when core and shell share this much of their histograms.
constexpr double no_contrast = 0.85;

CellValues mixed(const CellValues& a, const CellValues& b, float share_of_b)
{
  CellValues out(a.size());
  for (std::size_t n = 0; n < a.size(); ++n) out[n] = a[n] + share_of_b * (b[n] - a[n]);
  return out;
}

/// Share of the prompt's ellipsoid in the answer: few lesions taught the model, and what it and the shape say together errs less.
constexpr float shape_share = 0.35F;

/// Answers of all channels, weighted by their contrast.
struct Mixture
{
  CellValues log_odds;
  double overlap = 1.0;   ///< of the best channel
  int channel = 0;
};

bool covers(const GridImage& image, const LesionGrid& grid)
{
  const std::size_t first = LesionGrid::cell(0, 0, grid.drawn_plane);
  const auto valid = std::count(image.valid.begin() + static_cast<std::ptrdiff_t>(first), image.valid.begin() + static_cast<std::ptrdiff_t>(first + LesionGrid::plane_cells()), std::uint8_t{1});
  return valid * 4 > static_cast<std::ptrdiff_t>(LesionGrid::plane_cells());
}

Mixture mixture_of(const Channels& channels, const LesionGrid& grid, PromptKind kind, const ModelSource& models, int threads)
{
  Mixture best;
  double total = 0.0;
  for (std::size_t n = 0; n < channels.size(); ++n)
  {
    const auto image = sample_on(grid, *channels[n], threads);
    if (n > 0 && !covers(image, grid)) continue;
    const auto answer = answer_of(models(kind), grid, image, kind, threads);
    const double weight = std::pow(std::max(0.02, 1.0 - answer.overlap), 3.0);
    total += weight;
    best.log_odds = best.log_odds.empty() ? answer.log_odds : mixed(best.log_odds, answer.log_odds, static_cast<float>(weight / total));
    if (n == 0 || answer.overlap < best.overlap) best.overlap = answer.overlap, best.channel = static_cast<int>(n);
  }
  return best;
}

/// Smooths along with the grid, and shifts the cut to 0.
CellValues settled(const LesionGrid& grid, const CellValues& log_odds, int threads)
{
  const double radius = std::sqrt(grid.frame.half_long * grid.frame.half_short);
  auto smooth = smoothed(grid, {log_odds, std::vector<std::uint8_t>(grid.cells(), 1)}, 0.08 * radius, threads);
  for (auto& value : smooth) value -= cut;
  return smooth;
}

GridAnswer answer_in(const PromptFrame& frame, const Channels& channels, const LesionPrompt& prompt, const ModelSource& models, int threads)
{
  const auto kind = kind_of(frame, prompt.long_axis.has_value());
  GridAnswer answer{grid_around(channels.front()->geometry(), frame, ends_of(kind)), {}, 0, 1.0, {}};
  auto mixture = mixture_of(channels, answer.grid, kind, models, threads);
  answer.channel = mixture.channel;
  answer.overlap = mixture.overlap;
  if (kind != PromptKind::Point) mixture.log_odds = mixed(mixture.log_odds, ellipsoid_log_odds(answer.grid), shape_share);
  if (mixture.overlap > no_contrast)
  {
    mixture.log_odds = mixed(mixture.log_odds, ellipsoid_log_odds(answer.grid), 0.7F);
    answer.warnings.push_back("the lesion's signal hardly differs from that around it (" + std::to_string(static_cast<int>(std::lround(100.0 * mixture.overlap))) +
                              " % of the values overlap): the mask follows the drawn shape more than the image. Check its border, or add another sequence.");
  }
  answer.log_odds = settled(answer.grid, mixture.log_odds, threads);
  return answer;
}

/// Radius of a ball of the volume found, mm.
double radius_found(const GridAnswer& answer)
{
  const auto cells = std::count_if(answer.log_odds.begin(), answer.log_odds.end(), [](float value) { return value > 0.0F; });
  const double volume = static_cast<double>(cells) * answer.grid.column_step() * answer.grid.row_step() * answer.grid.plane_step;
  return std::cbrt(0.75 * std::numbers::inv_pi * volume);
}

/// The lesion in a ball of the size that a first look in a large ball suggests. Larger beginnings than ends: a ball well inside a
/// lesion of many parts sees borders everywhere.
GridAnswer answer_from_point(const Channels& channels, const LesionPrompt& prompt, PromptFrame frame, const ModelSource& models, int threads)
{
  const auto set_radius = [&frame](double radius)
  {
    frame.half_long = frame.half_short = radius;
    if (!frame.extent_known) frame.up = frame.down = radius;
  };
  constexpr double first_look = 65.0;   // mm
  set_radius(first_look);
  const double found = radius_found(answer_in(frame, channels, prompt, models, threads));
  set_radius(std::clamp(found, 6.0, 1.4 * first_look));
  return answer_in(frame, channels, prompt, models, threads);
}

std::vector<PatientPoint> painted_points(const LesionPrompt& prompt)
{
  std::vector<PatientPoint> points;
  for (const auto& stroke : prompt.strokes)
    if (stroke.kind == StrokeKind::Foreground) points.insert(points.end(), stroke.points.begin(), stroke.points.end());
  return points;
}

/// The middle of what was painted.
PatientPoint painted_middle(const LesionPrompt& prompt)
{
  const auto points = painted_points(prompt);
  PatientVector sum;
  for (const auto& point : points) sum = sum + (point - PatientPoint{});
  return PatientPoint{} + (1.0 / static_cast<double>(points.size())) * sum;
}
}  // namespace

GridAnswer grid_log_odds(const Channels& channels, const LesionPrompt& prompt, const ModelSource& models, int threads)
{
  const auto& geometry = channels.front()->geometry();
  if (!prompt.long_axis)
  {
    auto frame = frame_of_ball(geometry, prompt.click ? *prompt.click : painted_middle(prompt), 20.0);
    apply_extent(geometry, prompt, frame);
    auto answer = answer_from_point(channels, prompt, frame, models, threads);
    pull_to_extent(answer.grid, answer.log_odds);
    return answer;
  }
  auto answer = answer_in(frame_of_axes(geometry, prompt), channels, prompt, models, threads);
  pull_to_axes(answer.grid, prompt, answer.log_odds);
  pull_to_extent(answer.grid, answer.log_odds);
  return answer;
}
}  // namespace nadir::segmentation::lesion
