#include "tests/segmentation/propagation/ball_limb.h"

#include <cmath>
#include <cstdint>
#include <ostream>

#include "imaging/volume/float_image.h"

namespace nadir::testing
{
namespace
{
ImageGeometry grid() { return ImageGeometry::make({96, 86, 36}, {1.5, 1.5, 4.0}, {-71, -64, -70}, {}).value(); }

double hashed(std::uint64_t n)
{
  n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9ULL;
  n = (n ^ (n >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<double>((n ^ (n >> 31)) >> 11) * 0x1.0p-52 - 1.0;
}

double tissue(const BallLimb& limb, PatientPoint p)
{
  const double radius = std::hypot(p.left / 60.0, p.posterior / 52.0);
  if (radius > 1.0) return 0.0;
  if (std::hypot(p.left - 15.0, p.posterior + 12.0 + p.superior / 15.0) < 10.0) return 60.0;
  if (radius > 0.87 + 0.04 * std::sin(p.superior / 18.0)) return limb.fat_value;
  if (std::abs(p.posterior - limb.centre.posterior - 3.0 - 0.3 * (p.left - limb.centre.left)) < 0.5 * limb.septum) return limb.fat_value;
  const double pattern = std::sin(p.left / 9.0 + p.superior / 60.0) + std::sin(p.posterior / 11.0 - p.superior / 45.0) +
                         std::sin((p.left + p.posterior + p.superior) / 17.0);
  return 380.0 + 70.0 * std::tanh(2.0 * pattern);
}

/// What the coil receives at a place, 0 to 1.
double received(const BallLimb& limb, PatientPoint p)
{
  const double away = norm(p - PatientPoint{70.0, 0.0, 0.0});
  return 1.0 - limb.shading * (1.0 - std::exp(-0.5 * away * away / (100.0 * 100.0)));
}

double signal(const BallLimb& limb, PatientPoint p)
{
  const PatientPoint home = p + -1.0 * limb.shift;
  const double depth = norm(home - limb.centre);
  if (depth < limb.dead_radius) return limb.dead_value;
  if (depth < limb.radius) return limb.ball_value;
  const double around = tissue(limb, home);
  const bool is_muscle = around > 200.0 && around < 500.0;
  return is_muscle && depth < limb.radius + limb.oedema ? limb.oedema_value : around;
}

template <class Visit> void for_voxels(const Visit& visit)
{
  const auto g = grid();
  for (int k = 0; k < g.size().k; ++k)
    for (int j = 0; j < g.size().j; ++j)
      for (int i = 0; i < g.size().i; ++i) visit(g.voxel_to_patient(VoxelIndex{i, j, k}));
}
}  // namespace

void PrintTo(const BallLimb& limb, std::ostream* out)
{
  *out << "ball of radius " << limb.radius << " mm, dead within " << limb.dead_radius << " mm";
}

imaging::Volume image_of(const BallLimb& limb)
{
  imaging::FloatImage image{grid(), {}};
  for_voxels(
      [&](PatientPoint p)
      {
        const double noise = 35.0 * hashed(image.values.size() + 1);
        image.values.push_back(static_cast<float>(std::abs(limb.gain * received(limb, p) * signal(limb, p) + noise)));
      });
  return imaging::volume_of(std::move(image));
}

segmentation::Mask mask_of(const BallLimb& limb)
{
  std::vector<std::uint8_t> bytes;
  for_voxels([&](PatientPoint p) { bytes.push_back(norm(p + -1.0 * limb.shift - limb.centre) < limb.radius ? 1 : 0); });
  return segmentation::Mask::from_grid(grid(), bytes);
}

segmentation::Mask living_mask_of(const BallLimb& limb)
{
  std::vector<std::uint8_t> bytes;
  for_voxels(
      [&](PatientPoint p)
      {
        const double depth = norm(p + -1.0 * limb.shift - limb.centre);
        bytes.push_back(depth < limb.radius && depth >= limb.dead_radius ? 1 : 0);
      });
  return segmentation::Mask::from_grid(grid(), bytes);
}

double dice(const segmentation::Mask& a, const segmentation::Mask& b)
{
  double both = 0.0;
  const auto& size = a.geometry().size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) both += a.contains({i, j, k}) && b.contains({i, j, k}) ? 1.0 : 0.0;
  return 2.0 * both / static_cast<double>(a.count() + b.count());
}
}  // namespace nadir::testing
