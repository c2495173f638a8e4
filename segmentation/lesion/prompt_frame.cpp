#include "segmentation/lesion/prompt_frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

/// A mark on an end slice is set somewhere in the lesion's section, not exactly in its middle: most of its offset counts.
PatientVector lean_to(const PromptFrame& frame, PatientPoint mark)
{
  constexpr double trust = 0.8;
  auto lean = trust * in_plane(mark - frame.center, frame.normal);
  const double most = 0.9 * frame.half_long, length = norm(lean);
  return length > most ? (most / length) * lean : lean;
}

void apply_short_axis(const PromptLine& line, PromptFrame& frame)
{
  frame.half_short = 0.5 * std::abs(dot(line.to - line.from, frame.across));
  frame.center = frame.center + dot(middle(line) - frame.center, frame.across) * frame.across;
  frame.short_known = true;
}
/// Sarcomas grow along the limb: axial slices are crossed by the long way through them, coronal and sagittal ones by a short way.
double typical_end(const PromptFrame& frame, const TypicalShape& typical)
{
  const double along_body = frame.normal.superior * frame.normal.superior;
  return along_body * typical.end_to_half_long * frame.half_long + (1.0 - along_body) * typical.end_to_half_short * frame.half_short;
}
}  // namespace

PatientVector PromptFrame::drift(double height) const
{
  const double share = height / (height >= 0.0 ? up : down);
  return std::min(std::abs(share), 1.2) * (height >= 0.0 ? lean_up : lean_down);
}

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
  if (prompt.short_axis) apply_short_axis(*prompt.short_axis, frame);
  frame.up = frame.down = typical_end(frame, typical);
  apply_extent(geometry, prompt, frame);
  return frame;
}

PromptFrame widened(const ImageGeometry& geometry, const LesionPrompt& prompt, PromptFrame frame, ShownWidth width)
{
  frame.half_short = width.half_short;
  frame.center = frame.center + width.offset * frame.across;
  frame.short_known = true;
  frame.up = frame.down = typical_end(frame, {});
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
  auto low = prompt.extent->from, high = prompt.extent->to;
  if (slice_of(geometry, low) > slice_of(geometry, high)) std::swap(low, high);
  const double spacing = geometry.spacing().k;
  frame.up = std::max(0.5, slice_of(geometry, high) - frame.slice + 0.5) * spacing;
  frame.down = std::max(0.5, frame.slice - slice_of(geometry, low) + 0.5) * spacing;
  frame.lean_up = lean_to(frame, high);
  frame.lean_down = lean_to(frame, low);
  frame.extent_known = true;
}
}  // namespace nadir::segmentation::lesion
