#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// Drag up and down: through the slices.
class ScrollMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(ScrollMode)
public:
  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult press(const ViewContext& context, const Pointer& pointer) override;
  ModeResult drag(const ViewContext& context, const Pointer& pointer) override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
  void cancel() override { is_down_ = false; }

private:
  double from_y_ = 0.0;
  bool is_down_ = false;
};
}  // namespace nadir::viewer
