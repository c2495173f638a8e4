#include "tests/segmentation/lesion/rim_phantom.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

namespace nadir::testing
{
namespace
{
struct Point
{
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
};

constexpr double thigh_radius = 78.0, muscle_radius = 66.0, cortex_radius = 15.0, marrow_radius = 9.0, half_length = 90.0;
constexpr Point lesion_center{22.0, -20.0, 0.0};
constexpr Point femur_center{-12.0, 14.0, 0.0};

double fat_signal(const RimSpec& spec) { return spec.fat == PhantomFat::Bright ? 700.0 : 110.0; }

double background(const RimSpec& spec, Point p)
{
  const double radius = std::hypot(p.x, p.y), from_femur = std::hypot(p.x - femur_center.x, p.y - femur_center.y);
  if (radius > thigh_radius) return 8.0;
  if (radius > muscle_radius) return fat_signal(spec);
  if (from_femur < marrow_radius) return fat_signal(spec);
  if (from_femur < cortex_radius) return 30.0;
  const double angle = std::atan2(p.y - femur_center.y, p.x - femur_center.x);
  for (const double plane : {-2.4, -1.1, 0.4, 1.7})
    if (std::abs(std::remainder(angle - plane - 0.004 * p.z, 2.0 * std::numbers::pi)) * from_femur < 0.7) return fat_signal(spec);
  return spec.muscle;
}

/// A point in the lesion's own axes.
Point in_lesion(const RimSpec& spec, Point p)
{
  const double x = p.x - lesion_center.x, y = p.y - lesion_center.y, z = p.z - lesion_center.z;
  const double along = std::cos(spec.turn) * x + std::sin(spec.turn) * y, across = -std::sin(spec.turn) * x + std::cos(spec.turn) * y;
  return {std::cos(spec.tilt) * along - std::sin(spec.tilt) * z, across, std::sin(spec.tilt) * along + std::cos(spec.tilt) * z};
}

/// 1 on the surface of the ellipsoid that is `less` mm smaller all round.
double radius_in(const RimSpec& spec, Point own, double less)
{
  const double waves = 1.0 + spec.lobes * std::cos(5.0 * std::atan2(own.y, own.x));
  const auto part = [less](double at, double half) { return at / std::max(half - less, 1e-3); };
  return std::hypot(part(own.x, spec.half_long), part(own.y, spec.half_short), part(own.z, spec.half_height)) / waves;
}

/// Roughly normal, and the same everywhere: the sum of twelve flat numbers.
double normal_number(std::mt19937& engine)
{
  double sum = -6.0;
  for (int n = 0; n < 12; ++n) sum += static_cast<double>(engine()) / 4294967296.0;
  return sum;
}

/// What the points of a voxel say.
struct VoxelSum
{
  double signal = 0.0;
  int lesion = 0;
  int core = 0;
};

constexpr int across_points = 2, through_points = 4, voxel_points = across_points * across_points * through_points;

VoxelSum sum_of(const RimSpec& spec, Point middle)
{
  VoxelSum sum;
  for (int n = 0; n < voxel_points; ++n)
  {
    const Point p{middle.x + spec.pixel * ((n % 2 + 0.5) / across_points - 0.5),
                  middle.y + spec.pixel * ((n / 2 % 2 + 0.5) / across_points - 0.5),
                  middle.z + spec.slice * ((n / 4 + 0.5) / through_points - 0.5)};
    const auto own = in_lesion(spec, p);
    const bool inside = radius_in(spec, own, 0.0) <= 1.0, dead = inside && radius_in(spec, own, spec.rim) <= 1.0;
    sum.lesion += inside ? 1 : 0;
    sum.core += dead ? 1 : 0;
    sum.signal += dead ? spec.core_signal : inside ? spec.rim_signal : background(spec, p);
  }
  return sum;
}
}  // namespace

RimPhantom rim_phantom(const RimSpec& spec)
{
  const int width = static_cast<int>(std::lround(176.0 / spec.pixel)),
            slices = static_cast<int>(std::lround(2.0 * half_length / spec.slice));
  const auto geometry = ImageGeometry::make({width, width, slices}, {spec.pixel, spec.pixel, spec.slice}, {-88.0, -88.0, -half_length},
                                            {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
                            .value();
  std::mt19937 engine(spec.seed);
  std::vector<float> values;
  std::vector<std::uint8_t> lesion, core;
  double points = 0.0, dead = 0.0;
  for (int k = 0; k < slices; ++k)
    for (int j = 0; j < width; ++j)
      for (int i = 0; i < width; ++i)
      {
        const auto at = geometry.voxel_to_patient(VoxelIndex{i, j, k});
        const auto sum = sum_of(spec, {at.left, at.posterior, at.superior});
        const double coil = 1.0 - spec.shading * at.posterior / (2.0 * thigh_radius);
        values.push_back(static_cast<float>(coil * sum.signal / voxel_points + spec.noise * normal_number(engine)));
        lesion.push_back(2 * sum.lesion >= voxel_points ? 1 : 0);
        core.push_back(2 * sum.core >= voxel_points ? 1 : 0);
        points += sum.lesion;
        dead += sum.core;
      }
  auto image =
      std::make_shared<const imaging::Volume>(geometry, std::move(values), std::vector<imaging::Rescale>(static_cast<std::size_t>(slices)));
  return {std::move(image), segmentation::Mask::from_grid(geometry, lesion), segmentation::Mask::from_grid(geometry, core),
          points / voxel_points * geometry.voxel_volume_mm3() / 1000.0, dead / points};
}

double core_share(const RimPhantom& phantom, const segmentation::Mask& mask)
{
  double both = 0.0;
  const auto& box = phantom.core.box();
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i)
        if (phantom.core.contains({i, j, k}) && mask.contains({i, j, k})) both += 1.0;
  return both / static_cast<double>(std::max<std::uint64_t>(mask.count(), 1));
}
}  // namespace nadir::testing
