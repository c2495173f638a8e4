#pragma once

#include <QtCore/QCoreApplication>

#include "viewer/interaction/mode.h"

namespace nadir::viewer
{
/// A click well inside a lesion proposes its voxels.
class ClickLesionMode : public Mode
{
  Q_DECLARE_TR_FUNCTIONS(ClickLesionMode)
public:
  QString hint(const ViewContext& context, const Pointer& pointer) const override;
  ModeResult release(const ViewContext& context, const Pointer& pointer) override;
};
}  // namespace nadir::viewer
