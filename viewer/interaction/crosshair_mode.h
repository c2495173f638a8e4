#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// Click or drag: the crosshair, which follows in every view.
class CrosshairMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(CrosshairMode)
public:
  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override { is_down_ = false; }

private:
  bool is_down_ = false;
};
}  // namespace nadir::viewer
