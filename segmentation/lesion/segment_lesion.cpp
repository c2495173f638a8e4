#include "segmentation/lesion/segment_lesion.h"

#include <utility>

#include "segmentation/lesion/check_prompt.h"
#include "segmentation/lesion/finish_lesion.h"
#include "segmentation/lesion/segment_with.h"

namespace nadir::segmentation
{
using namespace lesion;

namespace lesion
{
Result<SegmentedByPrompt> segment_with(const ModelSource& models, const Channels& channels, const LesionPrompt& prompt,
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
  auto answer = grid_log_odds(channels, prompt, models, config.threads);
  warnings->insert(warnings->end(), answer.warnings.begin(), answer.warnings.end());
  return finish_lesion({channels.front(), prompt, std::move(answer.grid), std::move(answer.log_odds), answer.channel, *std::move(warnings)},
                       config);
}
}  // namespace lesion

Result<SegmentedByPrompt> segment_lesion(const Channels& channels, const LesionPrompt& prompt, const SegmentConfig& config)
{
  return segment_with(lesion_model, channels, prompt, config);
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
