#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "segmentation/agreement/cell_area.h"
#include "segmentation/agreement/common_grid.h"
#include "segmentation/agreement/overlap.h"
#include "segmentation/agreement/surface_distances.h"

using namespace nadir;
using namespace nadir::segmentation;

namespace
{
ImageGeometry grid(GridSize size, VoxelSpacing spacing, PatientPoint origin = {})
{
  return ImageGeometry::make(size, spacing, origin, {}).value();
}

Mask mask_where(const ImageGeometry& geometry, const std::function<bool(PatientPoint)>& inside)
{
  const auto& size = geometry.size();
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) voxels.push_back(inside(geometry.voxel_to_patient(VoxelIndex{i, j, k})) ? 1 : 0);
  return Mask::from_grid(geometry, voxels);
}

/// Voxels with their centre in [low, high) along left, everything in 5..15 along the others.
Mask box_mask(const ImageGeometry& geometry, double low, double high)
{
  return mask_where(geometry,
                    [=](PatientPoint p) {
                      return p.left >= low && p.left < high && p.posterior >= 5 && p.posterior < 15 && p.superior >= 5 && p.superior < 15;
                    });
}

Mask sphere(const ImageGeometry& geometry, double radius)
{
  return mask_where(geometry, [=](PatientPoint p) { return std::hypot(p.left - 30, p.posterior - 30, p.superior - 30) <= radius; });
}

Mask nothing(const ImageGeometry& geometry)
{
  return mask_where(geometry, [](PatientPoint) { return false; });
}
}  // namespace

TEST(Overlap, OfShiftedBoxesIsThatOfTheirLengths)
{
  const auto geometry = grid({30, 20, 20}, {1, 1, 1});
  // 10 against 10 along left, 6 shared: Dice 12 / 20, Jaccard 6 / 14.
  const auto overlap = overlap_of(box_mask(geometry, 5, 15), box_mask(geometry, 9, 19)).value();
  EXPECT_DOUBLE_EQ(overlap.dice, 0.6);
  EXPECT_DOUBLE_EQ(overlap.jaccard, 6.0 / 14.0);
  EXPECT_DOUBLE_EQ(overlap.volume_a.value(), 1.0);
  EXPECT_DOUBLE_EQ(*overlap.volume_change, 0.0);
}

TEST(Overlap, OfEmptyMasksIsOneWhenBothAreAndZeroWhenOneIs)
{
  const auto geometry = grid({30, 20, 20}, {1, 1, 2});
  const auto box = box_mask(geometry, 5, 15);
  const auto both = overlap_of(nothing(geometry), nothing(geometry)).value();
  EXPECT_DOUBLE_EQ(both.dice, 1.0);
  EXPECT_TRUE(both.both_empty);
  EXPECT_FALSE(both.volume_change);
  EXPECT_DOUBLE_EQ(overlap_of(box, nothing(geometry)).value().dice, 0.0);
  EXPECT_DOUBLE_EQ(*overlap_of(box, nothing(geometry)).value().volume_change, -1.0);
  EXPECT_TRUE(surface_distances(box, nothing(geometry)).failure().is(AgreementError::Empty));
}

TEST(SurfaceDistances, OfEqualMasksAreZero)
{
  const auto mask = box_mask(grid({30, 20, 20}, {0.7, 1, 3}), 5, 15);
  const auto distances = surface_distances(mask, mask).value();
  EXPECT_EQ(distances.mean.value(), 0.0);
  EXPECT_EQ(distances.hausdorff.value(), 0.0);
}

TEST(SurfaceDistances, OfBoxesShiftedAlongOneAxisAreTheShift)
{
  for (const double step : {1.0, 0.5})
  {
    const auto geometry = grid({60, 20, 20}, {step, 1, 1});
    const auto distances = surface_distances(box_mask(geometry, 5, 15), box_mask(geometry, 9, 19)).value();
    EXPECT_DOUBLE_EQ(distances.hausdorff.value(), 4.0);
    EXPECT_DOUBLE_EQ(distances.mean_from_a.value(), distances.mean_from_b.value());
    // The outer end face (100 mm2) is 4 mm away; the sides stick out by 4 mm (160 mm2), 2 mm away on average; of the inner end face the
    // area deeper than t below the sides is (10 - 2t)^2, and no point is more than 4 mm away: integral over t = 0..4 of (10 - 2t)^2.
    const double closed_form = (100 * 4.0 + 160 * 2.0 + (1000.0 - 8.0) / 6.0) / 600.0;
    EXPECT_NEAR(distances.mean.value(), closed_form, 0.02);
    EXPECT_DOUBLE_EQ(distances.hausdorff_95.value(), 4.0);
  }
}

TEST(SurfaceDistances, OfConcentricSpheresAreTheDifferenceOfTheirRadii)
{
  const auto geometry = grid({121, 121, 61}, {0.5, 0.5, 1});
  const auto distances = surface_distances(sphere(geometry, 20), sphere(geometry, 14)).value();
  // The nearest of the cells that an outline runs through lies up to half a cell nearer than the outline: 0.5 mm along the slices.
  EXPECT_NEAR(distances.mean.value(), 6.0, 0.5);
  EXPECT_NEAR(distances.hausdorff_95.value(), 6.0, 0.5);  // half a slice
  EXPECT_NEAR(distances.hausdorff.value(), 6.0, 1.0);
}

TEST(SurfaceDistances, OfOneSliceAreTakenInItsPlane)
{
  const auto geometry = grid({60, 20, 1}, {1, 1, 5}, {0, 0, 10});
  const auto distances = surface_distances(box_mask(geometry, 5, 15), box_mask(geometry, 9, 19)).value();
  EXPECT_DOUBLE_EQ(distances.hausdorff.value(), 4.0);
  // Outline of 40 mm: outer end 10 mm x 4; two sides 4 mm x 2; inner end: integral over t = 0..4 of (10 - 2t) = 24.
  EXPECT_NEAR(distances.mean.value(), (40.0 + 16.0 + 24.0) / 40.0, 0.02);
}

TEST(CellAreas, OfFlatOutlinesAreTheirAreas)
{
  const auto areas = cell_areas({2, 3, 5});
  EXPECT_DOUBLE_EQ(areas[0], 0.0);
  EXPECT_DOUBLE_EQ(areas[255], 0.0);
  EXPECT_DOUBLE_EQ(areas[0b00001111], 6.0);   // lower slice inside: 2 x 3
  EXPECT_DOUBLE_EQ(areas[0b01010101], 15.0);  // lower i inside: 3 x 5
  // One corner: triangle with legs 1, 1.5, 2.5 on the axes; area = |(1,1.5,2.5) products| / 2.
  EXPECT_NEAR(areas[1], 0.5 * std::hypot(1 * 1.5, 1.5 * 2.5, 1 * 2.5), 1e-12);
  EXPECT_NEAR(areas[254], areas[1], 1e-12);
  for (std::size_t code = 1; code < 255; ++code) EXPECT_GT(areas[code], 0.0) << code;
}

TEST(CellAreas, AddUpToTheSurfaceOfASphereWithinTheStaircaseOfItsVoxels)
{
  const auto geometry = grid({121, 121, 121}, {0.5, 0.5, 0.5});
  const auto ball = sphere(geometry, 20);
  const auto areas = cell_areas(geometry.spacing());
  double sum = 0.0;
  for (int k = 0; k < 120; ++k)
    for (int j = 0; j < 120; ++j)
      for (int i = 0; i < 120; ++i)
      {
        std::size_t code = 0;
        for (int n = 0; n < 8; ++n)
          if (ball.contains({i + (n & 1), j + (n >> 1 & 1), k + (n >> 2)})) code |= std::size_t{1} << n;
        sum += areas[code];
      }
  // Marching cubes of a binary sphere: about 8 to 9 % too large at any resolution.
  EXPECT_NEAR(sum / (4 * std::numbers::pi * 400), 1.085, 0.03);
}

TEST(CommonGrid, TakesACroppedMaskForTheSameVoxels)
{
  const auto whole = grid({30, 20, 20}, {1, 1, 1});
  const auto part = grid({14, 13, 12}, {1, 1, 1}, {3, 4, 5});
  const auto a = box_mask(whole, 5, 15), b = box_mask(part, 5, 15);
  EXPECT_DOUBLE_EQ(overlap_of(a, b).value().dice, 1.0);
  EXPECT_DOUBLE_EQ(overlap_of(b, a).value().dice, 1.0);
  EXPECT_EQ(surface_distances(b, a).value().hausdorff.value(), 0.0);
}

TEST(CommonGrid, RefusesOtherVoxels)
{
  const auto a = box_mask(grid({30, 20, 20}, {1, 1, 1}), 5, 15);
  for (const auto& other : {grid({30, 20, 20}, {1, 1, 1}, {0.5, 0, 0}), grid({30, 20, 20}, {1, 1, 1.1}),
                            ImageGeometry::make({20, 30, 20}, {1, 1, 1}, {29, 0, 0}, {{0, 1, 0}, {-1, 0, 0}, {0, 0, 1}}).value()})
    EXPECT_TRUE(overlap_of(a, box_mask(other, 5, 15)).failure().is(AgreementError::DifferentGrids));
}
