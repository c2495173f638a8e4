#pragma once

#include <QtCore/Qt>

#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// Where the pointer is in a view, in device pixels, and which keys are held.
struct Pointer
{
  ViewPoint place;
  Qt::KeyboardModifiers modifiers;
};
}  // namespace nadir::viewer
