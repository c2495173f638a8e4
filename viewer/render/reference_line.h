#pragma once

#include <optional>

#include "viewer/render/slice_view.h"

namespace nadir::viewer
{
/// A straight line on the screen.
struct ViewLine
{
  ViewPoint from;
  ViewPoint to;
};

/// Where the plane that `other` shows cuts the plane of `view`, as far as `other` reaches and clipped to the view; nothing for parallel
/// planes or where they do not meet. Both views in the same patient frame.
std::optional<ViewLine> reference_line(const SliceView& view, const SliceView& other);
}  // namespace nadir::viewer
