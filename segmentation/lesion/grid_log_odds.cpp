#include "segmentation/lesion/grid_log_odds.h"

#include <utility>

#include "segmentation/lesion/drawn_width.h"
#include "segmentation/lesion/frame_of_region.h"
#include "segmentation/lesion/point_answer.h"
#include "segmentation/lesion/pull_log_odds.h"
#include "segmentation/lesion/surface_answer.h"

namespace nadir::segmentation::lesion
{
namespace
{
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

/// Only the image that was drawn on is asked for a border in plain sight: it has the line's slice.
GridAnswer answer_from_line(const Look& look)
{
  const auto frame = frame_of_line(look);
  auto answer = answer_in(frame, kind_of(frame), look);
  if (look.prompt.extent || answer.channel != 0) return answer;
  return answer_of_seen_border(frame_of_axes(look.channels.front()->geometry(), look.prompt), std::move(answer), look);
}

GridAnswer first_answer(const Look& look)
{
  const auto& geometry = look.channels.front()->geometry();
  if (look.prompt.long_axis) return answer_from_line(look);
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
