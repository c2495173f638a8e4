#include "tests/imaging/registration/synthetic_limb.h"

#include <cmath>
#include <cstdint>

namespace nadir::testing
{
namespace
{
/// Signal of muscle: patches with borders a few centimetres apart.
double muscle(PatientPoint p)
{
  const double x = p.left + 8.0 * std::sin(p.superior / 40.0), y = p.posterior + 6.0 * std::cos(p.superior / 55.0);
  const double pattern =
      std::sin(x / 9.0 + p.superior / 70.0) + std::sin(y / 11.0 - p.superior / 50.0) + std::sin((x + y + p.superior) / 17.0);
  return 400.0 + 120.0 * std::tanh(2.0 * pattern);
}

/// A number between -1 and 1 that depends on the voxel alone.
double hashed(std::uint64_t n)
{
  n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9ULL;
  n = (n ^ (n >> 27)) * 0x94D049BB133111EBULL;
  return static_cast<double>((n ^ (n >> 31)) >> 11) * 0x1.0p-52 - 1.0;
}
}  // namespace

double limb_signal(PatientPoint p)
{
  const double width = 1.0 + p.superior / 800.0;
  const double radius = std::hypot(p.left / (65.0 * width), p.posterior / (55.0 * width));
  if (radius > 1.0) return 0.0;
  if (std::hypot(p.left - 10.0, p.posterior + 5.0 + p.superior / 12.0) < 11.0) return 80.0;
  return radius > 0.85 + 0.04 * std::sin(p.superior / 20.0) ? 1000.0 : muscle(p);
}

double two_limbs_signal(PatientPoint p, double left_width, double right_width)
{
  return p.left > 0.0 ? limb_signal({(p.left - 80.0) / left_width, p.posterior / left_width, p.superior})
                      : limb_signal({-(p.left + 80.0) / right_width, p.posterior / right_width, p.superior});
}

ImageGeometry limb_grid() { return ImageGeometry::make({80, 70, 48}, {2, 2, 3.5}, {-79, -69, -82}, {}).value(); }

imaging::Volume limb_image(const ImageGeometry& grid, const imaging::PointMap& place, double noise)
{
  imaging::FloatImage image{grid, std::vector<float>(grid.size().voxels())};
  std::size_t n = 0;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i, ++n)
        image.values[n] =
            static_cast<float>(std::abs(limb_signal(place(grid.voxel_to_patient(VoxelIndex{i, j, k}))) + 1.7 * noise * hashed(n + 1)));
  return imaging::volume_of(std::move(image));
}
}  // namespace nadir::testing
