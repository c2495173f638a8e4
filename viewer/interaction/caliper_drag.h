#pragma once

#include <optional>

#include "viewer/interaction/caliper_parts.h"
#include "viewer/interaction/overlay.h"
#include "viewer/interaction/pointer.h"
#include "viewer/interaction/tool_options.h"
#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// A part of the caliper at hand, or of the line of one part of a split lesion, is being dragged.
class CaliperDrag
{
public:
  /// Begins when the pointer is on a part of a caliper that is seen here; nullopt otherwise.
  static std::optional<CaliperDrag> begin(const ViewContext& context, const Pointer& pointer);
  /// The part under the pointer; None where there is none or its slice is not seen.
  static CaliperPart part_under(const ViewContext& context, const Pointer& pointer);

  void move(const ViewContext& context, const Pointer& pointer, Snapping snapping);
  const reading::DrawnCaliper& caliper() const { return caliper_; }
  /// Which of ViewContext::parts it is; nullopt for the caliper at hand.
  const std::optional<std::size_t>& fragment() const { return fragment_; }
  bool has_moved() const { return !(caliper_ == before_); }
  /// The end that is being moved, for the magnifier; nullopt when all of it is.
  std::optional<PatientPoint> end() const;

private:
  /// What lies under the pointer.
  struct Grip
  {
    reading::DrawnCaliper caliper;
    CaliperPart part = CaliperPart::None;
    std::optional<std::size_t> fragment;
  };
  static std::optional<Grip> grip_under(const ViewContext& context, const Pointer& pointer);
  CaliperDrag(const Grip& grip, PatientPoint start);

  reading::DrawnCaliper before_;
  reading::DrawnCaliper caliper_;
  CaliperPart part_;
  std::optional<std::size_t> fragment_;
  PatientPoint start_;
};

/// Lines with live lengths and handles of a caliper; marked when it is on a reformat.
Overlay caliper_overlay(const reading::DrawnCaliper& caliper, const ViewContext& context);

/// How near the pointer must be to a part, device pixels.
double grip_reach(const ViewContext& context);
}  // namespace nadir::viewer
