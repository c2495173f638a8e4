#include "segmentation/lesion/segment_lesion.h"

#include <algorithm>
#include <cmath>

#include "segmentation/lesion/check_prompt.h"
#include "segmentation/lesion/ellipsoid_prior.h"
#include "segmentation/lesion/finish_lesion.h"
#include "segmentation/lesion/lesion_state.h"
#include "segmentation/lesion/stroke_response.h"

namespace nadir::segmentation
{
namespace
{
using namespace lesion;

using Channels = std::vector<std::shared_ptr<const imaging::Volume>>;

std::vector<PatientPoint> painted_points(const LesionPrompt& prompt)
{
  std::vector<PatientPoint> points;
  for (const auto& stroke : prompt.strokes)
    if (stroke.kind == StrokeKind::Foreground) points.insert(points.end(), stroke.points.begin(), stroke.points.end());
  return points;
}

/// A ball around what was painted.
PromptFrame frame_of_strokes(const ImageGeometry& geometry, const LesionPrompt& prompt)
{
  const auto points = painted_points(prompt);
  PatientVector sum;
  for (const auto& point : points) sum = sum + (point - PatientPoint{});
  const auto center = PatientPoint{} + (1.0 / static_cast<double>(points.size())) * sum;
  double radius = 0.0;
  for (const auto& point : points) radius = std::max(radius, distance(point, center).value());
  return frame_of_ball(geometry, center, std::max(12.0, radius + 5.0));
}

PromptFrame frame_of(const ImageGeometry& geometry, const LesionPrompt& prompt)
{
  if (prompt.long_axis) return frame_of_axes(geometry, prompt);
  auto frame = prompt.click ? frame_of_ball(geometry, *prompt.click, 25.0) : frame_of_strokes(geometry, prompt);
  apply_extent(geometry, prompt, frame);
  return frame;
}
}  // namespace

Result<SegmentedByPrompt> segment_lesion(const Channels& channels, const LesionPrompt& prompt, const SegmentConfig& config)
{
  if (channels.empty() || !channels.front())
    return Failure(LesionError::ChannelMismatch, "no image was given (there is nothing to segment). Give the series the lesion was marked in.");
  const auto& image = *channels.front();
  auto warnings = check_prompt(image, prompt);
  if (!warnings) return warnings.failure();
  LesionState state{channels.front(), prompt, grid_around(image.geometry(), frame_of(image.geometry(), prompt), 2.0), {}, {}, 0, std::move(*warnings)};
  state.sampled = sample_on(state.grid, image, config.threads);
  state.log_odds = ellipsoid_log_odds(state.grid);
  return finish_lesion(std::move(state), config);
}

Result<SegmentedByPrompt> refine(const SegmentedByPrompt& previous, const std::vector<Stroke>& strokes, const SegmentConfig& config)
{
  NADIR_EXPECTS(previous.state != nullptr);
  if (const auto checked = check_strokes(previous.state->image->geometry(), strokes); !checked) return checked.failure();
  LesionState state = *previous.state;
  state.prompt.strokes.insert(state.prompt.strokes.end(), strokes.begin(), strokes.end());
  return finish_lesion(std::move(state), config);
}
}  // namespace nadir::segmentation
