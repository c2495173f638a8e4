#include "measure/size/measure_size.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ellipsoid.h"

using namespace nadir;
using namespace nadir::testing;
using measure::LesionSize;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
const auto nothing = [](PatientPoint) { return false; };

LesionSize size_of(segmentation::Mask mask)
{
  const auto size = measure::measure_size(lesion_of(std::move(mask)));
  EXPECT_TRUE(size) << size.failure().message();
  return *size;
}

bool in_ball(PatientPoint p, PatientPoint center, double radius) { return distance(p, center).value() <= radius; }

/// Contours of a box-shaped lesion of 20 x 10 mm on planes `step` mm apart.
segmentation::SegmentedLesion box_contours(int planes, double step)
{
  segmentation::ContourStack stack;
  stack.plane_spacing = planes > 1 ? step : 0.0;
  stack.uniform = true;
  for (int n = 0; n < planes; ++n)
    stack.planes.push_back({n * step,
                            SopInstanceUid("1.2." + std::to_string(n)),
                            {{{0, 0, n * step}, {20, 0, n * step}, {20, 10, n * step}, {0, 10, n * step}}}});
  return {1, "", stack, {}, {}};
}
}  // namespace

TEST(MeasureSize, OfAnEmptyMaskIsANamedFailureNotZero)
{
  const auto size = measure::measure_size(lesion_of(rasterised(centred_grid({4, 4, 4}, {1, 1, 1}), nothing)));
  ASSERT_FALSE(size);
  EXPECT_TRUE(size.failure().is(measure::SizeError::EmptyMask));
  EXPECT_EQ(size.failure().code(), "size.empty-mask");
}

TEST(MeasureSize, OfASingleVoxelIsItsExtent)
{
  const auto size = size_of(rasterised(centred_grid({3, 3, 3}, {0.5, 0.8, 2}), [](PatientPoint p) { return in_ball(p, {}, 0.1); }));
  EXPECT_NEAR(size.longest_diameter.length.value(), 0.8, 1e-9);
  EXPECT_NEAR(size.short_axis.length.value(), 0.5, 1e-9);
  EXPECT_NEAR(size.volume.value(), 0.0008, 1e-12);
  EXPECT_EQ(size.slices, 1);
  EXPECT_THAT(size.warnings, ::testing::Contains(HasSubstr("one slice")));
  EXPECT_GT(size.volume_uncertainty.value(), 0.3 * size.volume.value());
}

TEST(MeasureSize, OfARowOfVoxelsIsItsExtent)
{
  const auto size = size_of(rasterised(centred_grid({21, 5, 3}, {1, 1, 2}), [](PatientPoint p)
                                       { return std::abs(p.left) < 3.1 && std::abs(p.posterior) < 0.1 && std::abs(p.superior) < 0.1; }));
  EXPECT_NEAR(size.longest_diameter.length.value(), 7.0, 1e-9);
  EXPECT_NEAR(size.short_axis.length.value(), 1.0, 1e-9);
}

TEST(MeasureSize, DoesNotChangeWhenThePatientIsMovedAndTurned)
{
  std::mt19937 random(11);
  const auto shape = [](PatientPoint p) { return in_ball(p, {-4, 0, 0}, 7.2) || in_ball(p, {6, 3, 2}, 5.1); };
  const auto still = centred_grid({41, 41, 11}, {0.9, 0.7, 3});
  const auto mask = rasterised(still, shape);
  std::vector<std::uint8_t> voxels(still.size().voxels());
  std::size_t n = 0;
  for (int k = 0; k < 11; ++k)
    for (int j = 0; j < 41; ++j)
      for (int i = 0; i < 41; ++i) voxels[n++] = mask.contains({i, j, k}) ? 1 : 0;
  const auto first = size_of(mask);
  for (int pose = 0; pose < 20; ++pose)
  {
    const auto moved = *ImageGeometry::make(still.size(), still.spacing(), {17.0 * pose, -30.0, 400.0}, random_axes(random));
    const auto size = size_of(segmentation::Mask::from_grid(moved, voxels));
    EXPECT_NEAR(size.longest_diameter.length.value(), first.longest_diameter.length.value(), 1e-9);
    EXPECT_NEAR(size.short_axis.length.value(), first.short_axis.length.value(), 1e-9);
    EXPECT_NEAR(size.feret_3d.length.value(), first.feret_3d.length.value(), 1e-9);
    EXPECT_NEAR(size.longest_inside.length.value(), first.longest_inside.length.value(), 1e-9);
    EXPECT_EQ(size.volume, first.volume);
    for (const auto* line : {&size.longest_diameter, &size.short_axis, &size.feret_3d, &size.longest_in_any_plane, &size.longest_inside})
      EXPECT_NEAR(distance(line->from, line->to).value(), line->length.value(), 1e-9) << "end points must give the length";
  }
}

TEST(MeasureSize, GivesLinesThatLieInTheNamedSliceAndArePerpendicular)
{
  std::mt19937 random(12);
  auto lesion =
      lesion_of(rasterised(centred_grid({51, 51, 9}, {0.7, 0.7, 4}, random_axes(random)), Ellipsoid{{}, random_axes(random), 15, 9, 12}));
  for (int k = 0; k < 9; ++k) lesion.provenance.slice_sources[k] = SopInstanceUid("1.9." + std::to_string(k));
  const auto size = *measure::measure_size(lesion);
  const auto& geometry = std::get<segmentation::Mask>(lesion.shape).geometry();
  ASSERT_TRUE(size.longest_diameter.slice);
  EXPECT_EQ(size.longest_diameter.sop_instance.text(), "1.9." + std::to_string(*size.longest_diameter.slice));
  EXPECT_EQ(size.short_axis.slice, size.longest_diameter.slice);
  for (const auto* line : {&size.longest_diameter, &size.short_axis})
    for (const auto end : {line->from, line->to}) EXPECT_NEAR(geometry.patient_to_voxel(end).k, *line->slice, 1e-9);
  EXPECT_NEAR(dot(size.longest_diameter.to - size.longest_diameter.from, size.short_axis.to - size.short_axis.from), 0.0, 1e-8);
  EXPECT_NEAR(size.who_product_mm2, size.longest_diameter.length.value() * size.short_axis.length.value(), 1e-9);
}

TEST(MeasureSize, OfAHorseshoeGivesHullLengthAndInsideLength)
{
  // A half ring of radii 10 and 20 mm. Truth: hull length 40; inside, the tangent to the inner circle: 2 sqrt(20^2 - 10^2) = 34.64.
  const auto size = size_of(rasterised(centred_grid({101, 101, 3}, {0.5, 0.5, 3}),
                                       [](PatientPoint p)
                                       {
                                         const double r = std::hypot(p.left, p.posterior);
                                         return r >= 10 && r <= 20 && p.posterior >= -0.2;
                                       }));
  EXPECT_NEAR(size.longest_diameter.length.value(), 40.0, 0.5);
  EXPECT_NEAR(size.longest_inside.length.value(), 34.64, 0.75);
}

TEST(MeasureSize, CountsANecroticHoleAsInside)
{
  const auto ring = [](PatientPoint p)
  {
    const double r = std::hypot(p.left, p.posterior);
    return r >= 10 && r <= 20;
  };
  const auto size = size_of(rasterised(centred_grid({101, 101, 3}, {0.5, 0.5, 3}), ring));
  EXPECT_NEAR(size.longest_diameter.length.value(), 40.0, 0.25);
  EXPECT_EQ(size.longest_inside.length, size.longest_diameter.length);
  EXPECT_NEAR(size.volume_estimates.contours.value() / (M_PI * 300.0 * 9.0 / 1000.0), 1.0, 0.01);
}

TEST(MeasureSize, OfADumbBellSpansBothBellsInItsSlice)
{
  const auto size = size_of(rasterised(centred_grid({121, 61, 9}, {0.5, 0.5, 2}),
                                       [](PatientPoint p) {
                                         return in_ball(p, {-18, 0, 0}, 8) || in_ball(p, {18, 0, 0}, 8) ||
                                                (std::abs(p.left) < 18 && std::hypot(p.posterior, p.superior) < 2);
                                       }));
  EXPECT_NEAR(size.longest_diameter.length.value(), 52.0, 0.25);
  EXPECT_NEAR(size.longest_inside.length.value(), 52.0, 0.25);
  EXPECT_EQ(size.parts, 1);
  EXPECT_THAT(size.warnings, IsEmpty());
}

TEST(MeasureSize, WarnsWhenTheLongestDiameterBridgesSeparatePieces)
{
  const auto size = size_of(rasterised(centred_grid({121, 61, 9}, {0.5, 0.5, 2}),
                                       [](PatientPoint p) {
                                         return in_ball(p, {-18, 0, 0}, 8) || in_ball(p, {18, 0, 0}, 8);
                                       }));
  EXPECT_EQ(size.parts, 2);
  EXPECT_NEAR(size.longest_diameter.length.value(), 52.0, 0.25);
  EXPECT_NEAR(size.longest_inside.length.value(), 16.0, 0.5);
  EXPECT_THAT(size.warnings, ::testing::Contains(HasSubstr("separate pieces")));
}

TEST(MeasureSize, FindsTheAcquiredPlaneOfAStackThatIsThickAlongAnotherAxis)
{
  // Acquired across j (5 mm); the ellipsoid is longest along k, which is in-plane then.
  const auto size = size_of(rasterised(centred_grid({61, 13, 81}, {0.8, 5, 0.8}), Ellipsoid{{}, {}, 12, 20, 28}));
  EXPECT_NEAR(size.longest_diameter.length.value(), 56.0, 0.4);
  EXPECT_NEAR(size.slice_spacing.value(), 5.0, 1e-12);
  EXPECT_FALSE(size.longest_diameter.slice);
  EXPECT_THAT(size.warnings, ::testing::Contains(HasSubstr("second axis")));
}

TEST(MeasureSize, MeasuresOtherPlanesWithTheirOwnSpacing)
{
  // Reformats of anisotropic voxels: the long axis runs across the slices.
  const auto size = size_of(rasterised(centred_grid({51, 51, 41}, {0.6, 0.6, 3}), Ellipsoid{{0.1, 0.2, 0.4}, {}, 12, 10, 45}));
  EXPECT_NEAR(size.longest_diameter.length.value(), 24.0, 0.3);
  EXPECT_NEAR(size.longest_in_any_plane.length.value(), 90.0, 1.5);
  EXPECT_NEAR(size.feret_3d.length.value(), 90.0, 3.0);
}

TEST(MeasureSize, CountsGapsBetweenSlicesBySpacing)
{
  // Published complaint (horos 386): 1.2 mm slices with a gap of 1.2 mm gave half the volume. The grid knows only the spacing, 2.4 mm.
  const auto size = size_of(rasterised(centred_grid({81, 81, 41}, {0.5, 0.5, 2.4}), Ellipsoid{{0.1, 0.1, 0.7}, {}, 18, 15, 20}));
  const double truth = 4.0 / 3.0 * M_PI * 18 * 15 * 20 / 1000;
  EXPECT_NEAR(size.volume_estimates.voxels.value() / truth, 1.0, 0.01);
  EXPECT_NEAR(size.volume_estimates.contours.value() / truth, 1.0, 0.01);
  EXPECT_NEAR(size.volume_estimates.surface.value() / truth, 1.0, 0.01);
  EXPECT_GE(size.volume_spread.value(), 0.0);
}

TEST(MeasureSize, OfTwoEquallyLongSlicesTakesTheLower)
{
  const auto size = size_of(rasterised(centred_grid({31, 31, 9}, {1, 1, 3}),
                                       [](PatientPoint p) { return std::hypot(p.left, p.posterior) <= 8 && std::abs(p.superior) < 7; }));
  EXPECT_EQ(size.longest_diameter.slice, 2);
}

TEST(MeasureSize, OfContoursIsExactlyAsDrawn)
{
  const auto size = measure::measure_size(box_contours(4, 2.5));
  ASSERT_TRUE(size);
  EXPECT_NEAR(size->longest_diameter.length.value(), std::sqrt(500.0), 1e-12);
  EXPECT_NEAR(size->short_axis.length.value(), 10.0 * std::sqrt(500.0) / 20.0, 1e-12);
  EXPECT_NEAR(size->volume.value(), 2.0, 1e-12);  // 20 x 10 x 4 planes x 2.5 mm
  EXPECT_NEAR(size->volume_estimates.voxels.value(), 2.0, 0.02);
  EXPECT_EQ(size->longest_diameter.sop_instance.text(), "1.2.0");
  EXPECT_EQ(size->evidence.source, "contours");
  EXPECT_THAT(size->warnings, IsEmpty());
}

TEST(MeasureSize, OfContoursCountsAnInnerContourAsAHole)
{
  auto lesion = box_contours(3, 2.0);
  for (auto& plane : std::get<segmentation::ContourStack>(lesion.shape).planes)
    plane.contours.push_back({{5, 3, plane.offset}, {15, 3, plane.offset}, {15, 7, plane.offset}, {5, 7, plane.offset}});
  EXPECT_NEAR(measure::measure_size(lesion)->volume.value(), (200.0 - 40.0) * 6.0 / 1000.0, 1e-12);
}

TEST(MeasureSize, OfOneContourPlaneOrUnevenOnesGivesDiametersAndSaysThatThereIsNoVolume)
{
  auto uneven = box_contours(3, 2);
  std::get<segmentation::ContourStack>(uneven.shape).uniform = false;
  for (const auto& lesion : {box_contours(1, 2), uneven})
  {
    const auto size = measure::measure_size(lesion);
    ASSERT_TRUE(size);
    EXPECT_NEAR(size->longest_diameter.length.value(), std::sqrt(500.0), 1e-12);
    EXPECT_NEAR(size->short_axis.length.value(), 10.0 * std::sqrt(500.0) / 20.0, 1e-12);
    EXPECT_THAT(size->no_volume, Not(IsEmpty()));
    EXPECT_EQ(size->volume.value(), 0.0);
    EXPECT_THAT(size->warnings, Contains(HasSubstr("no volume")));
  }
}

TEST(MeasureSize, RefusesContoursThatEncloseNothing)
{
  EXPECT_TRUE(measure::measure_size(box_contours(0, 2)).failure().is(measure::SizeError::EmptyMask));
  auto cancelling = box_contours(3, 2);
  for (auto& plane : std::get<segmentation::ContourStack>(cancelling.shape).planes) plane.contours.push_back(plane.contours[0]);
  EXPECT_TRUE(measure::measure_size(cancelling).failure().is(measure::SizeError::EmptyMask));
}

TEST(MeasureSize, OfObliqueContoursIsThatOfStraightOnes)
{
  std::mt19937 random(13);
  for (int pose = 0; pose < 20; ++pose)
  {
    const auto axes = random_axes(random);
    auto lesion = box_contours(4, 2.5);
    auto& stack = std::get<segmentation::ContourStack>(lesion.shape);
    stack.normal = axes.k;
    for (auto& plane : stack.planes)
      for (auto& point : plane.contours[0])
        point = PatientPoint{} + (point.left * axes.i + point.posterior * axes.j + point.superior * axes.k);
    const auto size = measure::measure_size(lesion);
    ASSERT_TRUE(size);
    EXPECT_NEAR(size->longest_diameter.length.value(), std::sqrt(500.0), 1e-9);
    EXPECT_NEAR(size->volume.value(), 2.0, 1e-9);
    EXPECT_NEAR(distance(size->longest_diameter.from, size->longest_diameter.to).value(), std::sqrt(500.0), 1e-9);
  }
}
