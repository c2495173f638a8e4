#include "segmentation/propagation/ray_values.h"

#include <algorithm>
#include <cmath>

namespace nadir::segmentation
{
namespace
{
template <class Visit> void for_carried(const FollowUpBlock& block, const Visit& visit)
{
  const auto& grid = block.distance.geometry;
  std::size_t n = 0;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i, ++n)
        if (block.distance.values[n] < 0.0F) visit(grid.voxel_to_patient(VoxelIndex{i, j, k}));
}

PatientPoint middle_of(const FollowUpBlock& block)
{
  PatientVector sum;
  double count = 0.0;
  for_carried(block, [&](PatientPoint p) { sum = sum + (p - PatientPoint{}), count += 1.0; });
  return count > 0.0 ? PatientPoint{} + (1.0 / count) * sum : PatientPoint{};
}

double farthest_from(PatientPoint middle, const FollowUpBlock& block)
{
  double farthest = 0.0;
  for_carried(block, [&](PatientPoint p) { farthest = std::max(farthest, norm(p - middle)); });
  return farthest;
}
}  // namespace

RayValues ray_values(const FollowUpBlock& block, const EvenDates& dates, const SphereDirections& directions)
{
  constexpr double most_growth = 2.2, least_margin = 18.0;  // mm
  RayValues rays{middle_of(block), 0, {}};
  const double radius = farthest_from(rays.middle, block);
  rays.steps = static_cast<std::size_t>(std::max(most_growth * radius, radius + least_margin) / RayValues::step);
  for (const auto& direction : directions.all())
    for (std::size_t n = 0; n < rays.steps; ++n)
    {
      const auto place = block.follow_up.geometry.patient_to_voxel(rays.middle + RayValues::radius_of(n) * direction);
      rays.samples.push_back({imaging::sample(dates.now, place).value_or(NAN), imaging::sample(dates.then, place).value_or(NAN),
                              imaging::sample(block.distance, place).value_or(NAN), imaging::sample(dates.error, place).value_or(NAN)});
    }
  return rays;
}
}  // namespace nadir::segmentation
