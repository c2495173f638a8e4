#include "segmentation/lesion/prompt_frame.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation::lesion
{
namespace
{
PatientVector in_plane(PatientVector v, PatientVector normal) { return v - dot(v, normal) * normal; }

PatientVector unit(PatientVector v) { return (1.0 / norm(v)) * v; }

PatientPoint middle(const PromptLine& line) { return line.from + 0.5 * (line.to - line.from); }

int slice_of(const ImageGeometry& geometry, PatientPoint point)
{
  return std::clamp(static_cast<int>(std::lround(geometry.patient_to_voxel(point).k)), 0, geometry.size().k - 1);
}

/// The same point moved along the normal into the middle plane of slice k.
PatientPoint into_slice(const ImageGeometry& geometry, PatientPoint point, int k)
{
  auto index = geometry.patient_to_voxel(point);
  index.k = k;
  return geometry.voxel_to_patient(index);
}

void apply_short_axis(const PromptLine& line, PromptFrame& frame)
{
  frame.half_short = 0.5 * std::abs(dot(line.to - line.from, frame.across));
  frame.center = frame.center + dot(middle(line) - frame.center, frame.across) * frame.across;
  frame.short_known = true;
}
}  // namespace

PromptFrame frame_of_axes(const ImageGeometry& geometry, const LesionPrompt& prompt, const TypicalShape& typical)
{
  PromptFrame frame;
  const auto& line = *prompt.long_axis;
  frame.normal = geometry.axes().k;
  frame.along = unit(in_plane(line.to - line.from, frame.normal));
  frame.across = cross(frame.normal, frame.along);
  frame.slice = slice_of(geometry, middle(line));
  frame.center = into_slice(geometry, middle(line), frame.slice);
  frame.half_long = 0.5 * std::abs(dot(line.to - line.from, frame.along));
  frame.half_short = typical.short_to_long * frame.half_long;
  frame.up = frame.down = typical.end_to_half_long * frame.half_long;
  if (prompt.short_axis) apply_short_axis(*prompt.short_axis, frame);
  apply_extent(geometry, prompt, frame);
  return frame;
}

PromptFrame frame_of_ball(const ImageGeometry& geometry, PatientPoint center, double radius)
{
  PromptFrame frame;
  frame.along = geometry.axes().i;
  frame.across = geometry.axes().j;
  frame.normal = geometry.axes().k;
  frame.slice = slice_of(geometry, center);
  frame.center = into_slice(geometry, center, frame.slice);
  frame.half_long = frame.half_short = frame.up = frame.down = radius;
  return frame;
}

void apply_extent(const ImageGeometry& geometry, const LesionPrompt& prompt, PromptFrame& frame)
{
  if (!prompt.extent) return;
  const int p = slice_of(geometry, prompt.extent->from), q = slice_of(geometry, prompt.extent->to);
  frame.up = (std::max(p, q) - frame.slice + 0.5) * geometry.spacing().k;
  frame.down = (frame.slice - std::min(p, q) + 0.5) * geometry.spacing().k;
  frame.extent_known = true;
}
}  // namespace nadir::segmentation::lesion
