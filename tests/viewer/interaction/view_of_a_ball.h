#pragma once

#include "viewer/interaction/mode.h"

/// A view of a phantom, and a hand that moves the pointer in it.
namespace nadir::viewer::test
{
/// Axial grid of 100 x 100 x 20 voxels of 0.8 x 0.8 x 4 mm around (0, 0, 0), signal 100, with a bright ball (300) of 20 mm around the
/// origin. The view shows slice 10 (its middle lies at 2 mm) at half a millimetre a pixel, 200 x 200 pixels, centred on the ball.
ViewContext acquired_view();

/// The same image seen in the coronal plane: a reformat.
ViewContext coronal_view();

/// Pixel of a place of the acquired view, mm from the middle.
Pointer pixel(double right_mm, double down_mm, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

/// Press, a few moves, release.
ModeResult drag(Mode& mode, const ViewContext& context, Pointer from, Pointer to);

/// Press and release at one place.
ModeResult click(Mode& mode, const ViewContext& context, Pointer at);
}  // namespace nadir::viewer::test
