#pragma once

#include <QtCore/QCoreApplication>
#include <optional>

#include "viewer/interaction/mode.h"
#include "viewer/interaction/tool_options.h"

namespace nadir::viewer
{
/// Whether a brush adds voxels or takes them away.
enum class BrushAction
{
  Add,
  Remove,
};

/// Brush and eraser with a size in mm, a disc in the slice or a ball; Shift does the opposite. Each stroke gives the mask as it is then; a
/// lesion without voxels begins with the first stroke, on the grid of the image.
class BrushMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(BrushMode)
public:
  BrushMode(const ToolOptions& options, BrushAction action) : options_(options), action_(action) {}

  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void hover(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override { stroke_.reset(); }
  Overlay overlay(const ViewContext& context) const override;

private:
  BrushAction action_with(const Pointer& pointer) const;

  const ToolOptions& options_;
  BrushAction action_;
  std::optional<segmentation::BrushStroke> stroke_;
  BrushAction stroke_action_ = BrushAction::Add;
  std::optional<PatientPoint> under_pointer_;
};
}  // namespace nadir::viewer
