#include "tests/segmentation/lesion/lesion_phantom.h"

#include <cmath>
#include <random>
#include <vector>

namespace nadir::testing
{
namespace
{
constexpr int columns = 96;
constexpr int rows = 80;
constexpr int slices = 24;

ImageGeometry geometry_of(const PhantomSpec& spec)
{
  const GridAxes axes{{std::cos(spec.turn), std::sin(spec.turn), 0}, {-std::sin(spec.turn), std::cos(spec.turn), 0}, {0, 0, 1}};
  return ImageGeometry::make({columns, rows, slices}, spec.spacing, {-40.0, 25.0, -300.0}, axes).value();
}

/// Radius of a voxel in units of the ellipsoid's surface.
double radius(const PhantomSpec& spec, VoxelIndex v)
{
  const double x = (v.i - 48) * spec.spacing.i / spec.half_axes[0], y = (v.j - 40) * spec.spacing.j / spec.half_axes[1],
               z = (v.k - 12) * spec.spacing.k / spec.half_axes[2];
  return std::sqrt(x * x + y * y + z * z);
}

/// Roughly normal, and the same everywhere: the sum of twelve flat numbers.
double noise(std::mt19937& engine)
{
  double sum = -6.0;
  for (int n = 0; n < 12; ++n) sum += static_cast<double>(engine()) / 4294967296.0;
  return sum;
}
}  // namespace

LesionPhantom lesion_phantom(const PhantomSpec& spec)
{
  const auto geometry = geometry_of(spec);
  std::mt19937 engine(spec.seed);
  std::vector<float> values;
  std::vector<std::uint8_t> inside;
  for (int k = 0; k < slices; ++k)
    for (int j = 0; j < rows; ++j)
      for (int i = 0; i < columns; ++i)
      {
        inside.push_back(radius(spec, {i, j, k}) <= 1.0 ? 1 : 0);
        values.push_back(static_cast<float>((inside.back() != 0 ? spec.lesion : spec.tissue) + spec.noise * noise(engine)));
      }
  const auto at = [&](double i, double j, double k) {
    return geometry.voxel_to_patient(ContinuousVoxelIndex{48.0 + i, 40.0 + j, 12.0 + k});
  };
  const double a = spec.half_axes[0] / spec.spacing.i, b = spec.half_axes[1] / spec.spacing.j,
               c = std::floor(spec.half_axes[2] / spec.spacing.k);
  segmentation::LesionPrompt axes;
  axes.long_axis = {at(-a, 0, 0), at(a, 0, 0)};
  axes.short_axis = {at(0, -b, 0), at(0, b, 0)};
  auto image = std::make_shared<const imaging::Volume>(geometry, std::move(values), std::vector<imaging::Rescale>(slices));
  return {std::move(image), segmentation::Mask::from_grid(geometry, inside), axes, {at(0, 0, -c), at(0, 0, c)}, at(0, 0, 0)};
}

double dice_of(const segmentation::Mask& a, const segmentation::Mask& b)
{
  double both = 0.0;
  for (int k = 0; k < slices; ++k)
    for (int j = 0; j < rows; ++j)
      for (int i = 0; i < columns; ++i)
        if (a.contains({i, j, k}) && b.contains({i, j, k})) both += 1.0;
  return 2.0 * both / static_cast<double>(a.count() + b.count());
}
}  // namespace nadir::testing
