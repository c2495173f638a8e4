#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/caliper_drag.h"
#include "viewer/interaction/line_gesture.h"
#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// Longest diameter: a line by drag or two clicks, with live mm. On the caliper at hand its ends and all of it can be dragged. Drawing a
/// new line replaces it, short axis included.
class CaliperMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(CaliperMode)
public:
  explicit CaliperMode(const ToolOptions& options) : options_(options) {}

  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void hover(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override;
  Overlay overlay(const ViewContext& context) const override;

private:
  const ToolOptions& options_;
  std::optional<CaliperDrag> drag_;
  LineGesture gesture_;
};

/// What is measured with a line on what is seen now.
reading::DrawnCaliper drawn_caliper(const reading::Line& longest, const ViewContext& context);
}  // namespace nadir::viewer
