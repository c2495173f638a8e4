#pragma once

#include <QtCore/QCoreApplication>
#include <optional>

#include "viewer/interaction/mode.h"
#include "viewer/interaction/tool_options.h"

namespace nadir::viewer
{
/// Scribbles that belong to the lesion, or with Shift held do not; the program finds the outline that fits.
class ScribbleMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(ScribbleMode)
public:
  explicit ScribbleMode(const ToolOptions& options) : options_(options) {}

  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override { stroke_.reset(); }
  Overlay overlay(const ViewContext& context) const override;

private:
  const ToolOptions& options_;
  std::optional<segmentation::Stroke> stroke_;
};
}  // namespace nadir::viewer
