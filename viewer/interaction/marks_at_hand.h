#pragma once

#include "viewer/interaction/view_context.h"

namespace nadir::viewer
{
/// Tells a mode what is marked on the lesion at hand: its caliper, or the lines of its parts where it fell apart.
void tell_marks(const reading::LesionMarks& marks, ViewContext& context);
}  // namespace nadir::viewer
