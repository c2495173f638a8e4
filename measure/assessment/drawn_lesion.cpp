#include "measure/assessment/drawn_lesion.h"

#include <memory>

#include "measure/assessment/series_pairing.h"
#include "segmentation/lesion/read_strokes.h"

namespace nadir::measure
{
namespace
{
using imaging::ImageStack;
using segmentation::LesionPrompt;
using segmentation::PromptLine;
using Channels = std::vector<std::shared_ptr<const imaging::Volume>>;

std::optional<PromptLine> line_of(const std::optional<LinePrompt>& line)
{
  return line ? std::optional(PromptLine{line->from, line->to}) : std::nullopt;
}

Result<LesionPrompt> prompt_of(const DrawnPrompt& drawn)
{
  LesionPrompt prompt{line_of(drawn.longest), line_of(drawn.short_axis), line_of(drawn.extent), drawn.point, {}, nullptr};
  if (drawn.scribbles.empty()) return prompt;
  const auto strokes = segmentation::read_strokes(drawn.scribbles);
  if (!strokes) return strokes.failure().in_context(drawn.scribbles.filename().string());
  prompt.strokes = *strokes;
  return prompt;
}

std::optional<PatientPoint> inner_point(const LesionPrompt& prompt)
{
  if (prompt.click) return prompt.click;
  for (const auto& stroke : prompt.strokes)
    if (stroke.kind == segmentation::StrokeKind::Foreground && !stroke.points.empty()) return stroke.points.front();
  return std::nullopt;
}

Result<CaliperSite> site_of(const LesionPrompt& prompt, const std::vector<const ImageStack*>& stacks)
{
  if (prompt.long_axis) return find_site(LinePrompt{prompt.long_axis->from, prompt.long_axis->to}, stacks);
  const auto point = inner_point(prompt);
  if (!point)
    return Failure{AssessmentError::CaseInvalid, "the scribbles mark nothing as tumour. Add a stroke of the kind \"foreground\"."};
  return find_site(*point, stacks);
}

/// One more series of each contrast that tumours are seen on, if it lies in the same frame of reference.
Channels channels_of(const ImageStack& base, TimepointVolumes& volumes, std::vector<std::string>& warnings)
{
  Channels channels;
  for (const auto type : tumour_contrasts)
    for (const auto* stack : volumes.images().stacks())
    {
      if (stack == &base || stack->sequence.type != type || type == base.sequence.type || !stack->certificate.is_measurable()) continue;
      if (!share_a_frame(*stack, base)) continue;
      const auto volume = volumes.of(*stack);
      if (volume) channels.push_back(*volume);
      else warnings.push_back(volume.failure().message());
      break;
    }
  return channels;
}
}  // namespace

Result<Channels> outlining_channels(const ImageStack& base, TimepointVolumes& volumes, std::vector<std::string>& warnings)
{
  const auto own = volumes.of(base);
  if (!own) return own.failure();
  Channels channels{*own};
  const auto others = channels_of(base, volumes, warnings);
  channels.insert(channels.end(), others.begin(), others.end());
  return channels;
}

Result<DrawnLesion> find_drawn_lesion(const DrawnPrompt& drawn, TimepointVolumes& volumes)
{
  const auto prompt = prompt_of(drawn);
  if (!prompt) return prompt.failure();
  auto site = site_of(*prompt, volumes.images().stacks());
  if (!site) return site.failure();
  if (!site->stack)
    return Failure{AssessmentError::MaskUnusable, "a stroke needs images, and this time point has none. Give its folder, or a mask."};
  if (!site->stack->certificate.is_measurable())
    return Failure{
        AssessmentError::MaskUnusable,
        "the series it was drawn on has no geometry that volumes can be measured on. Give a caliper, or draw on another series."};
  std::vector<std::string> warnings = site->warnings;
  const auto channels = outlining_channels(*site->stack, volumes, warnings);
  if (!channels) return channels.failure();
  auto found = segmentation::segment_lesion(*channels, *prompt);
  if (!found) return found.failure();
  return DrawnLesion{std::move(*found), std::move(*site), std::move(warnings)};
}
}  // namespace nadir::measure
