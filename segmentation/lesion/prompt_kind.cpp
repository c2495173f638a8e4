#include "segmentation/lesion/prompt_kind.h"

namespace nadir::segmentation::lesion
{
PromptKind kind_of(const PromptFrame& frame)
{
  if (frame.short_known) return frame.extent_known ? PromptKind::AxesExtent : PromptKind::Axes;
  return frame.extent_known ? PromptKind::LineExtent : PromptKind::Line;
}

std::string_view name_of(PromptKind kind)
{
  switch (kind)
  {
  case PromptKind::Point: return "point";
  case PromptKind::Line: return "line";
  case PromptKind::LineExtent: return "line_extent";
  case PromptKind::Axes: return "axes";
  case PromptKind::AxesExtent: return "axes_extent";
  case PromptKind::Found: return "found";
  }
  return "unknown";
}

PromptZones zones_of(PromptKind kind)
{
  if (kind == PromptKind::Found) return {0.55, 1.35, 1.65};
  if (kind == PromptKind::Point) return {0.4, 1.35, 1.65};
  if (kind == PromptKind::Line || kind == PromptKind::LineExtent) return {0.6, 1.3, 1.65};
  return {0.75, 1.25, 1.65};
}

double ends_of(PromptKind kind)
{
  if (kind == PromptKind::Found) return 1.6;
  return kind == PromptKind::LineExtent || kind == PromptKind::AxesExtent ? 1.2 : 1.9;
}
}  // namespace nadir::segmentation::lesion
