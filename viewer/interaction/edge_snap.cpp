#include "viewer/interaction/edge_snap.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nadir::viewer
{
namespace
{
constexpr double least_step_of_window = 0.05;

/// Linear between the voxel centres of the nearest slice; nullopt outside.
std::optional<double> signal_at(const imaging::Volume& volume, PatientPoint point)
{
  const auto at = volume.geometry().patient_to_voxel(point);
  const auto& size = volume.geometry().size();
  const int k = static_cast<int>(std::lround(at.k)), i = static_cast<int>(std::floor(at.i)), j = static_cast<int>(std::floor(at.j));
  if (i < 0 || j < 0 || k < 0 || i + 1 >= size.i || j + 1 >= size.j || k >= size.k) return std::nullopt;
  const double x = at.i - i, y = at.j - j;
  const auto value = [&](int column, int row) { return static_cast<double>(volume.value({column, row, k})); };
  return (1 - y) * ((1 - x) * value(i, j) + x * value(i + 1, j)) + y * ((1 - x) * value(i, j + 1) + x * value(i + 1, j + 1));
}
}  // namespace

PatientPoint snapped_to_edge(const ViewContext& context, PatientPoint point, PatientVector along, Millimeters reach)
{
  if (!context.volume || norm(along) < 0.5) return point;
  const auto& spacing = context.volume->geometry().spacing();
  const double voxel = std::min(spacing.i, spacing.j), step = 0.25 * voxel;
  double steepest = least_step_of_window * context.window_reach;
  PatientPoint best = point;
  for (int n = 0; n * step <= reach.value(); ++n)
    for (const int side : {-1, 1})
    {
      const auto place = point + (side * n * step) * along;
      const auto before = signal_at(*context.volume, place + (-0.5 * voxel) * along),
                 behind = signal_at(*context.volume, place + (0.5 * voxel) * along);
      if (!before || !behind || std::abs(*behind - *before) <= steepest) continue;
      steepest = std::abs(*behind - *before);
      best = place;
    }
  return best;
}
}  // namespace nadir::viewer
