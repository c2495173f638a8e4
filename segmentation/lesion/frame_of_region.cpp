#include "segmentation/lesion/frame_of_region.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace nadir::segmentation::lesion
{
namespace
{
/// Places of one slice in the slice's own axes, mm.
struct SlicePlaces
{
  std::vector<double> x;
  std::vector<double> y;
};

double mean(const std::vector<double>& values)
{
  double sum = 0.0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& a, const std::vector<double>& b)
{
  const double x = mean(a), y = mean(b);
  double sum = 0.0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += (a[n] - x) * (b[n] - y);
  return sum / static_cast<double>(a.size());
}

std::map<int, SlicePlaces> by_slice(const ImageGeometry& geometry, const std::vector<PatientPoint>& places)
{
  std::map<int, SlicePlaces> slices;
  for (const auto& place : places)
  {
    const auto at = geometry.patient_to_voxel(place);
    auto& slice = slices[static_cast<int>(std::lround(at.k))];
    slice.x.push_back(at.i * geometry.spacing().i);
    slice.y.push_back(at.j * geometry.spacing().j);
  }
  return slices;
}

void set_ellipse(const ImageGeometry& geometry, const SlicePlaces& slice, PromptFrame& frame)
{
  const double xx = covariance(slice.x, slice.x), yy = covariance(slice.y, slice.y), xy = covariance(slice.x, slice.y);
  const double angle = 0.5 * std::atan2(2.0 * xy, xx - yy), middle = 0.5 * (xx + yy), spread = std::hypot(0.5 * (xx - yy), xy);
  const auto& axes = geometry.axes();
  frame.along = std::cos(angle) * axes.i + std::sin(angle) * axes.j;
  frame.across = cross(axes.k, frame.along);
  frame.normal = axes.k;
  const double least = std::max(geometry.spacing().i, geometry.spacing().j);
  frame.half_long = std::max(least, 2.0 * std::sqrt(middle + spread));
  frame.half_short = std::max({least, 2.0 * std::sqrt(std::max(0.0, middle - spread)), 0.25 * frame.half_long});
  frame.center = geometry.voxel_to_patient(
      ContinuousVoxelIndex{mean(slice.x) / geometry.spacing().i, mean(slice.y) / geometry.spacing().j, static_cast<double>(frame.slice)});
}
}  // namespace

PromptFrame frame_of_region(const ImageGeometry& geometry, const std::vector<PatientPoint>& places)
{
  const auto slices = by_slice(geometry, places);
  const auto area = [](const auto& slice) { return slice.second.x.size(); };
  const auto largest = std::max_element(slices.begin(), slices.end(), [&](const auto& a, const auto& b) { return area(a) < area(b); });
  PromptFrame frame;
  frame.slice = std::clamp(largest->first, 0, geometry.size().k - 1);
  set_ellipse(geometry, largest->second, frame);
  int first = frame.slice, last = frame.slice;
  for (const auto& slice : slices)
    if (10 * area(slice) >= area(*largest)) first = std::min(first, slice.first), last = std::max(last, slice.first);
  frame.up = (last - frame.slice + 0.5) * geometry.spacing().k;
  frame.down = (frame.slice - first + 0.5) * geometry.spacing().k;
  return frame;
}
}  // namespace nadir::segmentation::lesion
