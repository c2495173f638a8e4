#include "sample_data/displacement/known_displacement.h"

#include <algorithm>
#include <cmath>

#include "imaging/registration/resample.h"
#include "sample_data/phantom/counter_random.h"

namespace nadir::sample_data
{
namespace
{
constexpr double degree = 3.14159265358979323846 / 180.0;

/// A vector of length one that depends on the key alone.
PatientVector direction(std::uint64_t seed, std::string_view name)
{
  const phantom::CounterRandom random(seed, name);
  const PatientVector v{random.gaussian(0), random.gaussian(1), random.gaussian(2)};
  return 1.0 / std::max(norm(v), 1e-9) * v;
}

imaging::RigidTransform rigid_of(const DisplacementPlan& plan, PatientPoint centre)
{
  return {plan.turn * degree * direction(plan.seed, "turn"), plan.shift * direction(plan.seed, "shift"), centre};
}

/// Bends the superior axis into the left axis: a circle of constant curvature.
PatientPoint bent(PatientPoint p, PatientPoint centre, double curvature)
{
  if (curvature == 0.0) return p;
  const double along = p.superior - centre.superior, across = p.left - centre.left, radius = 1.0 / curvature;
  const double angle = along * curvature;
  return {centre.left + radius - (radius - across) * std::cos(angle), p.posterior, centre.superior + (radius - across) * std::sin(angle)};
}

PatientPoint rescaled(PatientPoint p, const DisplacementPlan& plan)
{
  const PatientVector d = p - plan.lesion_centre;
  const double radius = plan.lesion_radius * plan.lesion_factor;
  const double beyond = std::max(norm(d) / radius - 1.0, 0.0);
  const double weight = std::exp(-beyond * beyond);
  return p + (weight * (1.0 / plan.lesion_factor - 1.0)) * d;
}
}  // namespace

KnownDisplacement::KnownDisplacement(const DisplacementPlan& plan, PatientPoint centre)
    : plan_(plan), centre_(centre), rigid_(rigid_of(plan, centre)), noise_(phantom::stirred(plan.seed + 77))
{
  double sum = 0.0;
  for (int n = 0; n < 1000; ++n) sum += norm(noise_.three_at({0.731 * n, 0.377 * n, 0.533 * n}));
  field_length_ = plan.field_mean * 1000.0 / sum;
}

PatientVector KnownDisplacement::field(PatientPoint point) const
{
  return field_length_ * noise_.three_at(1.0 / plan_.field_scale * (point - PatientPoint{}));
}

PatientPoint KnownDisplacement::moving_to_fixed(PatientPoint point) const
{
  const PatientPoint rigid = bent(rigid_(point), centre_, plan_.bend * degree / 100.0);
  return rescaled(rigid + field(rigid), plan_);
}

imaging::FloatImage displaced_image(const imaging::FloatImage& fixed, const ImageGeometry& grid, const KnownDisplacement& displacement,
                                    const CoilPlan& coil)
{
  const auto map = [&](PatientPoint p) { return displacement.moving_to_fixed(p); };
  auto image = imaging::resampled(fixed, grid, imaging::PointMap(map), 0.0F);
  auto sorted = image.values;
  const auto high = sorted.begin() + static_cast<std::ptrdiff_t>(0.99 * static_cast<double>(sorted.size() - 1));
  std::nth_element(sorted.begin(), high, sorted.end());
  const double sigma = coil.noise * static_cast<double>(*high);
  const PatientVector slope = direction(coil.seed, "coil");
  const phantom::CounterRandom random(coil.seed, "noise");
  const auto& size = grid.size();
  const PatientPoint centre = grid.voxel_to_patient(ContinuousVoxelIndex{0.5 * size.i, 0.5 * size.j, 0.5 * size.k});
  const double reach = 0.5 * norm(grid.voxel_to_patient(VoxelIndex{}) - centre);
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        const double shading = 1.0 + coil.shading * dot(slope, grid.voxel_to_patient(VoxelIndex{i, j, k}) - centre) / reach;
        const double a = coil.gain * shading * static_cast<double>(image.values[n]) + sigma * random.gaussian(2 * n),
                     b = sigma * random.gaussian(2 * n + 1);
        image.values[n] = static_cast<float>(std::sqrt(a * a + b * b));
      }
  return image;
}
}  // namespace nadir::sample_data
