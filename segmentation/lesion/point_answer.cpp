#include "segmentation/lesion/point_answer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "segmentation/lesion/frame_of_region.h"
#include "segmentation/lesion/image_evidence.h"
#include "segmentation/lesion/leak_guard.h"

namespace nadir::segmentation::lesion
{
namespace
{
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

constexpr double least_plainness = 0.5;  // of an answer that needs no further doubt

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

/// Two looks may leave the ball too small, and what lies beyond it counts as surroundings. Where an image tells the lesion apart plainly,
/// looks at balls of the size found lead to its true size, and the shape found then counts as drawn. Nothing where no image does.
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

constexpr double least_ball = 6.0;  // mm

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
}  // namespace

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
      "around the point nothing tells a lesion from its surroundings: what looked alike was too large for a lesion, "
      "and the mask was bound to the point's neighbourhood (its size is a guess). Draw the longest diameter instead.");
  return answer;
}
}  // namespace nadir::segmentation::lesion
