#include "ellipsoid.h"

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
  double smallest_semi_axis;   ///< mm; four slices, since fewer cannot give a volume within 1 % by counting voxels
};

class EllipsoidOn : public ::testing::TestWithParam<Scan>
{
};
}  // namespace

// Truth: closed-form longest chord of the ellipsoid in the slice planes that the grid has; closed-form volume.
TEST_P(EllipsoidOn, HasItsDiameterWithinHalfAPixelAndItsVolumeWithinOnePercentAt100Orientations)
{
  std::mt19937 random(20260723);
  std::uniform_real_distribution<double> offset(-0.5, 0.5), semi_axis(GetParam().smallest_semi_axis, 40.0);
  const auto& spacing = GetParam().spacing;
  const double half_pixel = 0.5 * std::min(spacing.i, spacing.j);
  for (int pose = 0; pose < 100; ++pose)
  {
    const Ellipsoid ellipsoid{{offset(random) * spacing.i, offset(random) * spacing.j, offset(random) * spacing.k}, random_axes(random), semi_axis(random), semi_axis(random), semi_axis(random)};
    const auto grid = grid_round(std::max({ellipsoid.a, ellipsoid.b, ellipsoid.c}), spacing, random_axes(random));
    const auto size = size_of(rasterised(grid, ellipsoid));
    EXPECT_NEAR(size.longest_diameter.length.value(), longest_in_slices(ellipsoid, grid), half_pixel) << "pose " << pose;
    EXPECT_NEAR(size.volume.value() / ellipsoid.volume_ml(), 1.0, 0.01) << "pose " << pose;
  }
}

INSTANTIATE_TEST_SUITE_P(Scans, EllipsoidOn,
                         ::testing::Values(Scan{"Isotropic1mm", {1, 1, 1}, 15}, Scan{"Thin", {0.5, 0.5, 3}, 15}, Scan{"GappedSlices", {0.8, 0.8, 6}, 26}, Scan{"OblongPixels", {0.6, 0.9, 4}, 18}),
                         [](const auto& scan) { return scan.param.name; });

TEST(MeasureSize, OfAnEmptyMaskIsANamedFailureNotZero)
{
  const auto size = measure::measure_size(lesion_of(rasterised(centred_grid({4, 4, 4}, {1, 1, 1}), [](PatientPoint) { return false; })));
  ASSERT_FALSE(size);
  EXPECT_TRUE(size.failure().is(measure::SizeError::EmptyMask));
}
