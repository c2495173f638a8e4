#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/caliper_drag.h"
#include "viewer/interaction/line_gesture.h"
#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// Longest diameter, then the short axis at right angles to it: two drags. The first is a caliper of its own, so nothing is lost between
/// them; the second adds the perpendicular to it. With both there, the ends can be dragged and stay at right angles; a new drag begins
/// anew.
class BidirectionalMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(BidirectionalMode)
public:
  explicit BidirectionalMode(const ToolOptions& options) : options_(options) {}

  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void hover(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override;
  Overlay overlay(const ViewContext& context) const override;

private:
  /// The caliper as the line being drawn would leave it.
  reading::DrawnCaliper with_line(const ViewContext& context, const reading::Line& line) const;

  const ToolOptions& options_;
  std::optional<CaliperDrag> drag_;
  LineGesture gesture_;
};
}  // namespace nadir::viewer
