#include "segmentation/lesion/grid_log_odds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "segmentation/lesion/drawn_width.h"
#include "segmentation/lesion/ellipsoid_prior.h"
#include "segmentation/lesion/frame_of_region.h"
#include "segmentation/lesion/grid_filters.h"
#include "segmentation/lesion/image_evidence.h"
#include "segmentation/lesion/leak_guard.h"
#include "segmentation/lesion/pull_log_odds.h"

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

Mixture mixture_of(const Channels& channels, const LesionGrid& grid, PromptKind kind, const ModelSource& models, int threads)
{
  Mixture best;
  double total = 0.0;
  for (std::size_t n = 0; n < channels.size(); ++n)
  {
    const auto image = sample_on(grid, *channels[n], threads);
    if (n > 0 && !covers(image, grid)) continue;
    auto answer = answer_of(models.of_prompt(kind), grid, image, kind, threads);
    const double weight = std::pow(std::max(0.02, 1.0 - answer.signal.overlap), 3.0);
    total += weight;
    add_evidence(grid, image, kind, best.evidence);
    best.log_odds = best.log_odds.empty() ? answer.log_odds : mixed(best.log_odds, answer.log_odds, static_cast<float>(weight / total));
    if (n > 0 && answer.signal.overlap >= best.signal.overlap) continue;
    best.signal = std::move(answer.signal);
    best.image = image;
    best.channel = static_cast<int>(n);
  }
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

/// What every look at the images needs.
struct Look
{
  const Channels& channels;
  const LesionPrompt& prompt;
  const ModelSource& models;
  int threads;
};

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

GridAnswer answer_in(const PromptFrame& frame, PromptKind kind, const Look& look)
{
  const auto& [channels, prompt, models, threads] = look;
  GridAnswer answer{grid_around(channels.front()->geometry(), frame, ends_of(kind)), {}, {}, 0, {}, {}, 0.0};
  auto mixture = mixture_of(channels, answer.grid, kind, models, threads);
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
  answer.log_odds = settled(answer.grid, kind, corrected(mixture.log_odds, mixture.evidence), threads);
  return answer;
}

/// Volume of the cells found, mm3.
double volume_found(const GridAnswer& answer)
{
  const auto cells = std::count_if(answer.log_odds.begin(), answer.log_odds.end(), [](float value) { return value > 0.0F; });
  return static_cast<double>(cells) * answer.grid.column_step() * answer.grid.row_step() * answer.grid.plane_step;
}

/// Radius of a ball of the volume found, mm.
double radius_found(const GridAnswer& answer) { return std::cbrt(0.75 * std::numbers::inv_pi * volume_found(answer)); }

/// Share of the shell around a ball that lies in the image.
double shell_share(const LesionGrid& grid, const imaging::Volume& image)
{
  const auto zones = zones_of(PromptKind::Point);
  const auto& size = image.geometry().size();
  int inside = 0, all = 0;
  for (int y = 0; y < LesionGrid::rows; ++y)
    for (int x = 0; x < LesionGrid::columns; ++x)
    {
      const double radius = std::hypot(LesionGrid::place(x), LesionGrid::place(y));
      if (radius < zones.shell_from || radius >= zones.shell_to) continue;
      const auto at = image.geometry().patient_to_voxel(grid.position(x, y, grid.drawn_plane));
      ++all;
      if (at.i > -0.5 && at.j > -0.5 && at.i < size.i - 0.5 && at.j < size.j - 0.5) ++inside;
    }
  return inside / static_cast<double>(std::max(1, all));
}

PromptFrame ball_frame(const PatientPoint& point, double radius, const Look& look)
{
  const auto& geometry = look.channels.front()->geometry();
  auto frame = frame_of_ball(geometry, point, radius);
  apply_extent(geometry, look.prompt, frame);
  return frame;
}

/// Middles of the cells found.
std::vector<PatientPoint> places_found(const GridAnswer& answer)
{
  std::vector<PatientPoint> places;
  for (int z = 0; z < answer.grid.planes; ++z)
    for (int y = 0; y < LesionGrid::rows; ++y)
      for (int x = 0; x < LesionGrid::columns; ++x)
        if (answer.log_odds[LesionGrid::cell(x, y, z)] > 0.0F) places.push_back(answer.grid.position(x, y, z));
  return places;
}

constexpr double least_plainness = 0.5;   // of an answer that needs no further doubt

/// How plainly a channel tells the inside of a ball from what lies around it.
double plainness_of_ball(const PatientPoint& point, double radius, const Look& look)
{
  const auto grid = grid_around(look.channels.front()->geometry(), ball_frame(point, radius, look), ends_of(PromptKind::Point));
  ImageEvidence evidence;
  for (const auto& channel : look.channels) add_evidence(grid, sample_on(grid, *channel, look.threads), PromptKind::Point, evidence);
  return evidence.weight;
}

/// The smallest ball, of the size found or larger, that an image tells from its surroundings.
std::optional<double> plain_radius(const PatientPoint& point, double found, const Look& look)
{
  for (const double times : {1.0, 1.5, 2.25, 3.4})
    if (plainness_of_ball(point, times * found, look) > 0.0) return times * found;
  return std::nullopt;
}

/// Two looks may leave the ball too small, and what lies beyond it counts as surroundings. Where an image tells the lesion apart plainly, looks
/// at balls of the size found lead to its true size, and the shape found then counts as drawn. Nothing where no image does.
std::optional<GridAnswer> mended_answer(const PatientPoint& point, double found, const Look& look)
{
  constexpr int most_looks = 4;
  constexpr double settled_within = 0.02;
  auto radius = plain_radius(point, found, look);
  if (!radius) return std::nullopt;
  auto answer = answer_in(ball_frame(point, *radius, look), PromptKind::Point, look);
  for (int n = 1; n < most_looks; ++n)
  {
    const double before = std::exchange(*radius, radius_found(answer));
    if (*radius == 0.0 || std::abs(*radius - before) <= settled_within * before) break;
    answer = answer_in(ball_frame(point, *radius, look), PromptKind::Point, look);
  }
  const auto places = places_found(answer);
  if (places.empty()) return std::nullopt;
  auto whole = answer_in(frame_of_region(look.channels.front()->geometry(), places), PromptKind::AxesExtent, look);
  return whole.plainness >= least_plainness ? std::optional(std::move(whole)) : std::nullopt;
}

constexpr double least_ball = 6.0;   // mm

/// Two looks: in a large ball (in a ball well inside a lesion of many parts one sees borders everywhere), and in one of the size found.
GridAnswer answer_in_balls(const PatientPoint& point, double radius, const Look& look)
{
  const double found = radius_found(answer_in(ball_frame(point, radius, look), PromptKind::Point, look));
  auto answer = answer_in(ball_frame(point, std::clamp(found, least_ball, 1.4 * radius), look), PromptKind::Point, look);
  auto mended = mended_answer(point, std::max(radius_found(answer), least_ball), look);
  return mended ? *std::move(mended) : answer;
}

/// The first ball. A small image takes a smaller one: without surroundings there is nothing to compare with.
double first_radius(const PatientPoint& point, const Look& look)
{
  constexpr double largest = 65.0, smallest = 45.0, enough = 0.02;  // mm, mm, share of the shell
  const auto& image = *look.channels.front();
  double radius = largest;
  while (radius > smallest && shell_share(grid_around(image.geometry(), ball_frame(point, radius, look), 1.0), image) < enough)
    radius *= 0.8;
  return radius;
}

/// Where what is found takes more of the body than a lesion does, smaller balls bound it.
GridAnswer answer_from_point(const PatientPoint& point, const Look& look)
{
  constexpr double least = 12.0;  // mm
  double radius = first_radius(point, look);
  auto answer = answer_in_balls(point, radius, look);
  const double most = largest_body_share * body_volume(*look.channels.front());
  if (volume_found(answer) <= most) return answer;
  while (volume_found(answer) > most && radius > least) answer = answer_in_balls(point, radius *= 0.6, look);
  if (answer.plainness >= least_plainness) return answer;
  answer.warnings.push_back(
      "around the point nothing tells a lesion from its surroundings: what looked alike was too large for a lesion, and the mask was bound to "
      "the point's neighbourhood (its size is a guess). Draw the longest diameter instead.");
  return answer;
}

/// Middles of the voxels that a prior holds for lesion.
std::vector<PatientPoint> places_of(const imaging::Volume& prior)
{
  std::vector<PatientPoint> places;
  const auto& size = prior.geometry().size();
  for (int k = 0; k < size.k; ++k)
  {
    const auto slice = prior.slice(k);
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)] > 0.5F)
          places.push_back(prior.geometry().voxel_to_patient(VoxelIndex{i, j, k}));
  }
  return places;
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

/// Where the short axis was not drawn and the images plainly show how wide the lesion is, that counts as drawn.
PromptFrame frame_of_line(const Look& look)
{
  const auto& geometry = look.channels.front()->geometry();
  const auto frame = frame_of_axes(geometry, look.prompt);
  if (frame.short_known) return frame;
  const auto found = drawn_width(look.channels, frame, look.threads);
  return found ? widened(geometry, look.prompt, frame, found->width) : frame;
}

GridAnswer first_answer(const Look& look)
{
  const auto& geometry = look.channels.front()->geometry();
  if (look.prompt.long_axis)
  {
    const auto frame = frame_of_line(look);
    return answer_in(frame, kind_of(frame, true), look);
  }
  const auto places = look.prompt.prior ? places_of(*look.prompt.prior) : std::vector<PatientPoint>{};
  if (!places.empty()) return answer_in(frame_of_region(geometry, places), PromptKind::Found, look);
  return answer_from_point(look.prompt.click ? *look.prompt.click : painted_middle(look.prompt), look);
}
}  // namespace

bool marks_a_place(const LesionPrompt& prompt)
{
  return prompt.long_axis || prompt.click || !painted_points(prompt).empty() || (prompt.prior && !places_of(*prompt.prior).empty());
}

GridAnswer grid_log_odds(const Channels& channels, const LesionPrompt& prompt, const ModelSource& models, int threads)
{
  auto answer = first_answer({channels, prompt, models, threads});
  pull_to_axes(answer.grid, prompt, answer.log_odds);
  pull_to_extent(answer.grid, answer.log_odds);
  return answer;
}
}  // namespace nadir::segmentation::lesion
