#include "viewer/render/slice_view.h"

#include <algorithm>
#include <limits>

#include "imaging/result/expects.h"

namespace nadir::viewer
{
PatientPoint SliceView::to_patient(ViewPoint place) const
{
  const double x = (place.x - 0.5 * size.width) * mm_per_pixel;
  const double y = (place.y - 0.5 * size.height) * mm_per_pixel;
  return centre + (x * plane.right + y * plane.down);
}

ViewPoint SliceView::to_view(PatientPoint point) const
{
  const PatientVector offset = point - centre;
  return {0.5 * size.width + dot(offset, plane.right) / mm_per_pixel, 0.5 * size.height + dot(offset, plane.down) / mm_per_pixel};
}

double SliceView::depth_of(PatientPoint point) const { return dot(point - centre, plane.into()); }

SliceView panned(SliceView view, ViewPoint from, ViewPoint to)
{
  view.centre = view.centre + (view.to_patient(from) - view.to_patient(to));
  return view;
}

SliceView zoomed(SliceView view, double factor, ViewPoint fixed)
{
  NADIR_EXPECTS(factor > 0.0);
  const PatientPoint kept = view.to_patient(fixed);
  view.mm_per_pixel /= factor;
  view.centre = view.centre + (kept - view.to_patient(fixed));
  return view;
}

SliceView fitted(SliceView view, const ImageGeometry& geometry)
{
  constexpr double huge = std::numeric_limits<double>::max();
  double low_x = huge, low_y = huge, high_x = -huge, high_y = -huge;
  const auto& size = geometry.size();
  for (int corner = 0; corner < 8; ++corner)
  {
    const ContinuousVoxelIndex index{corner & 1 ? size.i - 0.5 : -0.5, corner & 2 ? size.j - 0.5 : -0.5, corner & 4 ? size.k - 0.5 : -0.5};
    const PatientVector offset = geometry.voxel_to_patient(index) - view.centre;
    const double x = dot(offset, view.plane.right), y = dot(offset, view.plane.down);
    low_x = std::min(low_x, x), high_x = std::max(high_x, x);
    low_y = std::min(low_y, y), high_y = std::max(high_y, y);
  }
  view.centre = view.centre + (0.5 * (low_x + high_x) * view.plane.right + 0.5 * (low_y + high_y) * view.plane.down);
  view.mm_per_pixel = std::max((high_x - low_x) / std::max(1, view.size.width), (high_y - low_y) / std::max(1, view.size.height));
  return view;
}
}  // namespace nadir::viewer
