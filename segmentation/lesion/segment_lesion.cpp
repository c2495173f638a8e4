#include "segmentation/lesion/segment_lesion.h"

#include <algorithm>
#include <utility>

#include "imaging/units/number_text.h"
#include "segmentation/lesion/check_prompt.h"
#include "segmentation/lesion/finish_lesion.h"
#include "segmentation/lesion/segment_with.h"
#include "segmentation/lesion/stroke_response.h"

namespace nadir::segmentation
{
using namespace lesion;

namespace
{
/// Groups of a later call are other groups, whatever their numbers.
void add_strokes(const std::vector<Stroke>& more, std::vector<Stroke>& strokes)
{
  int highest = 0;
  for (const auto& stroke : strokes) highest = std::max(highest, stroke.group);
  for (auto stroke : more)
  {
    if (stroke.group != 0) stroke.group += highest;
    strokes.push_back(std::move(stroke));
  }
}
double length_of(const PromptLine& line) { return distance(line.from, line.to).value(); }

/// The longer of two lines is the long axis, in whatever order they were given.
void put_in_order(LesionPrompt& prompt, std::vector<std::string>& warnings)
{
  if (!prompt.long_axis || !prompt.short_axis || length_of(*prompt.short_axis) <= length_of(*prompt.long_axis)) return;
  std::swap(prompt.long_axis, prompt.short_axis);
  warnings.push_back("the second line is longer than the first (" + format_fixed(length_of(*prompt.long_axis), 1) + " mm against " +
                     format_fixed(length_of(*prompt.short_axis), 1) + " mm); it was taken as the long axis");
}
}  // namespace

namespace lesion
{
Result<SegmentedByPrompt> segment_with(const ModelSource& models, const Channels& channels, LesionPrompt prompt,
                                       const SegmentConfig& config)
{
  if (channels.empty() || !channels.front())
    return Failure(LesionError::ChannelMismatch,
                   "no image was given (there is nothing to segment). Give the series the lesion was marked in.");
  auto warnings = check_prompt(*channels.front(), prompt);
  if (!warnings) return warnings.failure();
  if (!marks_a_place(prompt))
    return Failure(
        LesionError::NoPrompt,
        "the expected lesion is empty and nothing else marks one (there is no place to look at). Mark the lesion, or take it as gone.");
  put_in_order(prompt, *warnings);
  auto answer = grid_log_odds(channels, prompt, models, config.threads);
  warnings->insert(warnings->end(), answer.warnings.begin(), answer.warnings.end());
  return finish_lesion({channels.front(), std::move(prompt), std::move(answer.grid), std::move(answer.log_odds), std::move(answer.signal),
                        models.of_strokes, 0, answer.channel, std::move(answer.border), nullptr, *std::move(warnings)},
                       config);
}
}  // namespace lesion

Result<SegmentedByPrompt> segment_lesion(const Channels& channels, const LesionPrompt& prompt, const SegmentConfig& config)
{
  return segment_with({lesion_model, &stroke_model()}, channels, prompt, config);
}

Result<SegmentedByPrompt> refine(const SegmentedByPrompt& previous, const std::vector<Stroke>& strokes, const SegmentConfig& config)
{
  NADIR_EXPECTS(previous.state != nullptr);
  if (const auto checked = check_strokes(previous.state->image->geometry(), strokes); !checked) return checked.failure();
  LesionState state = *previous.state;
  add_strokes(strokes, state.prompt.strokes);
  return finish_lesion(std::move(state), config);
}
}  // namespace nadir::segmentation
