#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// Drag: moves the image under the pointer.
class PanMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(PanMode)
public:
  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override { is_down_ = false; }

private:
  SliceView before_;
  ViewPoint from_;
  bool is_down_ = false;
};
}  // namespace nadir::viewer
