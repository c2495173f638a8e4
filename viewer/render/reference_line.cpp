#include "viewer/render/reference_line.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nadir::viewer
{
namespace
{
/// Parameters of a line that still lie within a rectangle of half sizes around the origin of a view.
struct Span
{
  double low = -1e9;
  double high = 1e9;
};

/// Keeps |start + t * step| <= half.
Span clipped(Span span, double start, double step, double half)
{
  if (std::abs(step) < 1e-12) return std::abs(start) <= half ? span : Span{1, -1};
  const double a = (-half - start) / step, b = (half - start) / step;
  return {std::max(span.low, std::min(a, b)), std::min(span.high, std::max(a, b))};
}

Span clipped(Span span, const SliceView& view, PatientPoint start, PatientVector step)
{
  const PatientVector offset = start - view.centre;
  span = clipped(span, dot(offset, view.plane.right), dot(step, view.plane.right), 0.5 * view.size.width * view.mm_per_pixel);
  return clipped(span, dot(offset, view.plane.down), dot(step, view.plane.down), 0.5 * view.size.height * view.mm_per_pixel);
}
}  // namespace

std::optional<ViewLine> reference_line(const SliceView& view, const SliceView& other)
{
  const PatientVector normal = view.plane.into(), other_normal = other.plane.into();
  const PatientVector along = cross(normal, other_normal);
  const double sine = norm(along);
  if (sine < 0.02) return std::nullopt;
  const PatientVector step = 1.0 / sine * along;
  // From the other view's centre within its plane, at right angles to the line, to this plane.
  const PatientVector towards = cross(step, other_normal);
  const double depth = dot(view.centre - other.centre, normal);
  const PatientPoint start = other.centre + depth / dot(towards, normal) * towards;
  const Span span = clipped(clipped({}, other, start, step), view, start, step);
  if (span.low >= span.high) return std::nullopt;
  return ViewLine{view.to_view(start + span.low * step), view.to_view(start + span.high * step)};
}
}  // namespace nadir::viewer
