#include "ellipsoid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "measure/size/measure_size.h"

using namespace nadir;
using namespace nadir::testing;
using measure::LesionSize;

namespace
{
LesionSize size_of(segmentation::Mask mask)
{
  const auto size = measure::measure_size(lesion_of(std::move(mask)));
  EXPECT_TRUE(size) << size.failure().message();
  return *size;
}

/// Grid in a random orientation that holds an ellipsoid of half extent `reach` mm round the patient origin.
ImageGeometry grid_round(double reach, VoxelSpacing spacing, GridAxes axes)
{
  const auto voxels = [reach](double step) { return 2 * static_cast<int>(std::ceil(reach / step)) + 5; };
  return centred_grid({voxels(spacing.i), voxels(spacing.j), voxels(spacing.k)}, spacing, axes);
}

struct Scan
{
  const char* name;
  VoxelSpacing spacing;
  double smallest_semi_axis;  ///< mm; four slices, since fewer cannot give a volume within 1 % by counting voxels
  double largest_semi_axis;   ///< mm
};

void PrintTo(const Scan& scan, std::ostream* out) { *out << scan.name; }

class EllipsoidOn : public ::testing::TestWithParam<Scan>
{
};
}  // namespace

// Truth: closed-form longest chord of the ellipsoid in the slice planes that the grid has; closed-form volume.
TEST_P(EllipsoidOn, HasItsDiameterWithinHalfAPixelAndItsVolumeWithinOnePercentAt100Orientations)
{
  std::mt19937 random(20260723);
  std::uniform_real_distribution<double> offset(-0.5, 0.5), semi_axis(GetParam().smallest_semi_axis, GetParam().largest_semi_axis);
  const auto& spacing = GetParam().spacing;
  const double half_pixel = 0.5 * std::min(spacing.i, spacing.j);
  for (int pose = 0; pose < 100; ++pose)
  {
    const Ellipsoid ellipsoid{{offset(random) * spacing.i, offset(random) * spacing.j, offset(random) * spacing.k},
                              random_axes(random),
                              semi_axis(random),
                              semi_axis(random),
                              semi_axis(random)};
    const auto grid = grid_round(std::max({ellipsoid.a, ellipsoid.b, ellipsoid.c}), spacing, random_axes(random));
    const auto size = size_of(rasterised(grid, ellipsoid));
    EXPECT_NEAR(size.longest_diameter.length.value(), longest_in_slices(ellipsoid, grid), half_pixel) << "pose " << pose;
    EXPECT_NEAR(size.volume.value() / ellipsoid.volume_ml(), 1.0, 0.01) << "pose " << pose;
  }
}

INSTANTIATE_TEST_SUITE_P(Scans, EllipsoidOn,
                         ::testing::Values(Scan{"Isotropic1mm", {1, 1, 1}, 12, 25}, Scan{"Thin", {0.5, 0.5, 3}, 13, 25},
                                           Scan{"GappedSlices", {0.8, 0.8, 6}, 26, 45}, Scan{"OblongPixels", {0.6, 0.9, 4}, 18, 35}),
                         [](const auto& scan) { return scan.param.name; });

// The two uncertainties are standard deviations: over many phantoms the errors, in units of them, must have a spread near 1.
TEST(Uncertainty, CoversTheErrorsOfRandomEllipsoids)
{
  std::mt19937 random(77);
  std::uniform_real_distribution<double> offset(-0.5, 0.5), semi_axis(7.0, 16.0);
  const VoxelSpacing spacing{0.8, 0.8, 4.0};
  double diameter = 0.0, volume = 0.0;
  int diameters_within = 0, volumes_within = 0;
  const int poses = 250;
  for (int pose = 0; pose < poses; ++pose)
  {
    const Ellipsoid ellipsoid{{offset(random) * 0.8, offset(random) * 0.8, offset(random) * 4.0},
                              random_axes(random),
                              semi_axis(random),
                              semi_axis(random),
                              semi_axis(random)};
    const auto grid = grid_round(16.0, spacing, random_axes(random));
    const auto size = size_of(rasterised(grid, ellipsoid));
    const double d = (size.longest_diameter.length.value() - longest_in_slices(ellipsoid, grid)) / size.diameter_uncertainty.value();
    const double v = (size.volume.value() - ellipsoid.volume_ml()) / size.volume_uncertainty.value();
    diameter += d * d / poses;
    volume += v * v / poses;
    diameters_within += std::abs(d) <= 1.96;
    volumes_within += std::abs(v) <= 1.96;
  }
  EXPECT_THAT(std::sqrt(diameter), ::testing::AllOf(::testing::Gt(0.5), ::testing::Lt(1.2)));
  EXPECT_THAT(std::sqrt(volume), ::testing::AllOf(::testing::Gt(0.6), ::testing::Lt(1.3)));
  EXPECT_GE(diameters_within, 0.90 * poses);
  EXPECT_GE(volumes_within, 0.90 * poses);
}
