#include "measure/size/mask_volume.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "measure/size/edge_outline.h"
#include "measure/size/marching_cubes.h"
#include "measure/size/polygon_area.h"
#include "measure/size/sampling_error.h"

namespace nadir::measure
{
namespace
{
double perimeter(const Polygon& polygon)
{
  double length = 0.0;
  for (std::size_t n = 0; n < polygon.size(); ++n) length += distance(polygon[n], polygon[(n + 1) % polygon.size()]);
  return length;
}

double outlined_area(const PixelSlice& slice)
{
  double area = 0.0;
  for (const auto& loop : edge_outline(slice)) area += signed_area(loop);
  return area;
}

double outline_length(const PixelSlice& slice)
{
  double length = 0.0;
  for (const auto& loop : edge_outline(slice)) length += perimeter(loop);
  return length;
}

double pixel_count(const PixelSlice& slice) { return std::accumulate(slice.pixels.begin(), slice.pixels.end(), 0.0); }
}  // namespace

VolumeEstimates volume_estimates(const segmentation::Mask& mask, const MaskSlices& slices)
{
  const double voxel = mask.geometry().voxel_volume_mm3();
  double outlined = 0.0;
  for (int n = 0; n < slices.count(); ++n) outlined += outlined_area(slices.slice(n)) * slices.spacing();
  return {Milliliters::from_cubic_millimeters(static_cast<double>(mask.count()) * voxel),
          Milliliters::from_cubic_millimeters(enclosed_voxels(mask) * voxel), Milliliters::from_cubic_millimeters(outlined)};
}

Milliliters spread_of(const VolumeEstimates& estimates)
{
  const auto [low, high] = std::minmax({estimates.voxels, estimates.surface, estimates.contours});
  return high - low;
}

Milliliters volume_uncertainty(const MaskSlices& slices)
{
  SlicedBody body{{}, {}, slices.spacing(), slices.pixel_area()};
  for (int n = 0; n < slices.count(); ++n)
  {
    const auto slice = slices.slice(n);
    body.areas.push_back(pixel_count(slice) * slices.pixel_area());
    body.perimeters.push_back(outline_length(slice));
  }
  return Milliliters::from_cubic_millimeters(std::sqrt(volume_variance(body)));
}
}  // namespace nadir::measure
