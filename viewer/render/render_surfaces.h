#pragma once

#include <memory>
#include <vector>

#include "viewer/render/render_slice.h"
#include "viewer/render/triangle_surface.h"

namespace nadir::viewer
{
/// A surface in one color.
struct SurfaceItem
{
  std::shared_ptr<const TriangleSurface> surface;
  Argb color = 0xffff6b5e;
  double opacity = 1.0;  ///< 0 to 1; below 1 what lies behind and inside is seen through it, the rim stays dense
};

/// Surfaces as seen along the view's normal, in parallel projection: lengths at right angles to it are true.
///
/// Lit from the reader's side. Drawn by the processor at twice the resolution: it needs no OpenGL, and the same scene gives the same
/// pixels everywhere.
Picture render_surfaces(const std::vector<SurfaceItem>& items, const SliceView& view, Argb background = 0xff0c0d0e);
}  // namespace nadir::viewer
