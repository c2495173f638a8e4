#include "segmentation/lesion/frame_answer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "segmentation/lesion/ellipsoid_prior.h"
#include "segmentation/lesion/foreign_values.h"
#include "segmentation/lesion/grid_filters.h"
#include "segmentation/lesion/image_evidence.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// Log odds above which a cell counts, before they are shifted to 0: what maximises the expected Dice lies below even odds.
/// Around a point the first look must not lose parts of the lesion: lower.
constexpr float cut_of(PromptKind kind) { return kind == PromptKind::Point ? -0.35F : -0.15F; }

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

/// Share of a prior from elsewhere.
constexpr float prior_share = 0.4F;

/// Answers of all channels, weighted by their contrast.
struct Mixture
{
  CellValues log_odds;
  ImageEvidence evidence;
  CellValues foreign;     ///< what a drawn line says against cells; empty without one
  IntensityModel signal;  ///< of the best channel
  GridImage image;        ///< the best channel
  int channel = 0;
};

bool covers(const GridImage& image, const LesionGrid& grid)
{
  const std::size_t first = LesionGrid::cell(0, 0, grid.drawn_plane);
  const auto valid = std::count(image.valid.begin() + static_cast<std::ptrdiff_t>(first),
                                image.valid.begin() + static_cast<std::ptrdiff_t>(first + LesionGrid::plane_cells()), std::uint8_t{1});
  return valid * 4 > static_cast<std::ptrdiff_t>(LesionGrid::plane_cells());
}

Mixture mixture_of(const LesionGrid& grid, PromptKind kind, const Look& look)
{
  const auto& [channels, prompt, models, threads] = look;
  Mixture best;
  ForeignValues foreign(grid);
  double total = 0.0;
  for (std::size_t n = 0; n < channels.size(); ++n)
  {
    const auto image = sample_on(grid, *channels[n], threads);
    if (n > 0 && !covers(image, grid)) continue;
    auto answer = answer_of(models.of_prompt(kind), grid, image, kind, threads);
    const double weight = std::pow(std::max(0.02, 1.0 - answer.signal.overlap), 3.0);
    total += weight;
    add_evidence(grid, image, kind, best.evidence);
    if (prompt.long_axis) foreign.add(image);
    best.log_odds = best.log_odds.empty() ? answer.log_odds : mixed(best.log_odds, answer.log_odds, static_cast<float>(weight / total));
    if (n > 0 && answer.signal.overlap >= best.signal.overlap) continue;
    best.signal = std::move(answer.signal);
    best.image = image;
    best.channel = static_cast<int>(n);
  }
  if (prompt.long_axis) best.foreign = foreign.log_odds();
  return best;
}

/// Smooths along with the grid, and shifts the cut to 0.
CellValues settled(const LesionGrid& grid, PromptKind kind, const CellValues& log_odds, int threads)
{
  const double radius = std::sqrt(grid.frame.half_long * grid.frame.half_short);
  auto smooth = smoothed(grid, {log_odds, std::vector<std::uint8_t>(grid.cells(), 1)}, 0.08 * radius, threads);
  for (auto& value : smooth) value -= cut_of(kind);
  return smooth;
}

/// Signal in units of the core's spread, smoothed a little; cells outside the image get their neighbours' mean.
CellValues normalised(const LesionGrid& grid, GridImage image, const IntensityModel& signal, int threads)
{
  constexpr double fine = 0.06;  // of the mean in-slice radius
  constexpr float most = 15.0F;  // spreads
  for (std::size_t n = 0; n < image.values.size(); ++n)
    image.values[n] = image.valid[n] != 0 ? std::clamp(signal.normalised(image.values[n]), -most, most) : 0.0F;
  return smoothed(grid, image, fine * std::sqrt(grid.frame.half_long * grid.frame.half_short), threads);
}

/// Takes off what the line says against cells, but makes none surer of being outside than others are of being inside: the border would move
/// when both are smoothed.
void doubt(const CellValues& foreign, CellValues& log_odds)
{
  constexpr float surely_outside = -3.0F;
  for (std::size_t n = 0; n < foreign.size(); ++n) log_odds[n] = std::max(log_odds[n] + foreign[n], std::min(log_odds[n], surely_outside));
}

/// What is known from elsewhere, as log odds; where it says nothing, 0.
CellValues prior_log_odds(const LesionGrid& grid, const imaging::Volume& prior, int threads)
{
  constexpr float least = 0.03F;  // elsewhere is never certain here
  const auto sampled = sample_on(grid, prior, threads);
  CellValues values(grid.cells(), 0.0F);
  for (std::size_t n = 0; n < values.size(); ++n)
  {
    const float p = std::clamp(sampled.values[n], least, 1.0F - least);
    if (sampled.valid[n] != 0) values[n] = std::log(p / (1.0F - p));
  }
  return values;
}
}  // namespace

GridAnswer answer_in(const PromptFrame& frame, PromptKind kind, const Look& look)
{
  const auto& [channels, prompt, models, threads] = look;
  GridAnswer answer{grid_around(channels.front()->geometry(), frame, ends_of(kind)), {}, {}, 0, {}, {}, 0.0};
  auto mixture = mixture_of(answer.grid, kind, look);
  answer.channel = mixture.channel;
  answer.plainness = mixture.evidence.weight;
  answer.border = border_evidence(answer.grid, channels[static_cast<std::size_t>(mixture.channel)], mixture.image, kind);
  answer.signal = normalised(answer.grid, mixture.image, mixture.signal, threads);
  if (kind != PromptKind::Point) mixture.log_odds = mixed(mixture.log_odds, ellipsoid_log_odds(answer.grid), shape_share);
  if (mixture.signal.overlap > no_contrast)
  {
    mixture.log_odds = mixed(mixture.log_odds, ellipsoid_log_odds(answer.grid), 0.7F);
    answer.warnings.push_back(
        "the lesion's signal hardly differs from that around it (" +
        std::to_string(static_cast<int>(std::lround(100.0 * mixture.signal.overlap))) +
        " % of the values overlap): the mask follows the drawn shape more than the image. Check its border, or add another sequence.");
  }
  if (prompt.prior) mixture.log_odds = mixed(mixture.log_odds, prior_log_odds(answer.grid, *prompt.prior, threads), prior_share);
  auto told = corrected(mixture.log_odds, mixture.evidence);
  doubt(mixture.foreign, told);
  answer.log_odds = settled(answer.grid, kind, told, threads);
  return answer;
}
}  // namespace nadir::segmentation::lesion
