#pragma once

#include <QtCore/QString>

#include "viewer/interaction/mode_result.h"
#include "viewer/interaction/overlay.h"
#include "viewer/interaction/pointer.h"
#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// What the left button does in a view. Keeps only what a gesture needs until it ends; what comes of it is a result.
class Mode
{
public:
  virtual ~Mode() = default;

  /// What the mouse will do at this place, for the status line.
  virtual QString hint(const ViewContext& context, const Pointer& pointer) const = 0;

  virtual ModeResult press(const ViewContext&, const Pointer&) { return {}; }
  /// The pointer moves with the button down.
  virtual ModeResult drag(const ViewContext&, const Pointer&) { return {}; }
  virtual ModeResult release(const ViewContext&, const Pointer&) { return {}; }
  /// The pointer moves without a button.
  virtual void hover(const ViewContext&, const Pointer&) {}
  /// Gives up the gesture that is under way.
  virtual void cancel() {}

  virtual Overlay overlay(const ViewContext&) const { return {}; }
};
}  // namespace nadir::viewer
