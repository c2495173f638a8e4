#include "viewer/render/render_slice.h"

#include <gtest/gtest.h>

#include <cmath>

#include "imaging/volume/float_image.h"
#include "tests/viewer/render/test_volumes.h"
#include "viewer/render/slice_steps.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
ImageGeometry oblique_geometry()
{
  const double a = 20.0 * M_PI / 180.0;
  const PatientVector i{std::cos(a), std::sin(a), 0}, j{0, 0, -1};
  return *ImageGeometry::make({24, 18, 9}, {1.5, 2.0, 5.0}, {-10, 5, 20}, {i, j, cross(i, j)});
}

double ramp(PatientPoint p) { return 3 * p.left - 2 * p.posterior + 5 * p.superior + 400; }

std::vector<float> row_of(const PlaneSampler& sampler, const SliceView& view, int y)
{
  std::vector<float> values(static_cast<std::size_t>(view.size.width));
  sampler.row(y, values);
  return values;
}

/// Largest distance between what the sampler gives and what the project's own trilinear `sample` gives at the same patient points.
double largest_difference(const imaging::Volume& volume, const PlaneSampler& sampler, const SliceView& view)
{
  const auto reference = imaging::float_image_of(volume);
  double largest = 0.0;
  for (int y = 0; y < view.size.height; ++y)
  {
    const auto values = row_of(sampler, view, y);
    for (int x = 0; x < view.size.width; ++x)
    {
      const auto expected = imaging::sample(reference, view.to_patient({x + 0.5, y + 0.5}));
      const float given = values[static_cast<std::size_t>(x)];
      if (expected.has_value() == std::isnan(given)) return 1e9;
      if (expected) largest = std::max(largest, std::abs(static_cast<double>(*expected - given)));
    }
  }
  return largest;
}
}  // namespace

TEST(PlaneSampler, GivesALinearFieldExactlyInAnyPlane)
{
  const auto geometry = oblique_geometry();
  const auto volume = test::volume_from(geometry, ramp);
  const PatientPoint middle = geometry.voxel_to_patient(VoxelIndex{12, 9, 4});
  for (const ViewPlane& plane :
       {acquired_plane(geometry), radiological_plane(AnatomicalPlane::Axial), tilted(acquired_plane(geometry), 33, 12)})
  {
    const SliceView view{plane, middle, 0.31, {20, 20}};
    const PlaneSampler sampler(volume, view, Interpolation::Linear);
    for (int y = 0; y < 20; ++y)
    {
      const auto values = row_of(sampler, view, y);
      for (int x = 0; x < 20; ++x) EXPECT_NEAR(values[static_cast<std::size_t>(x)], ramp(view.to_patient({x + 0.5, y + 0.5})), 1e-3);
    }
  }
}

TEST(PlaneSampler, AgreesWithTrilinearSamplingOfNoiseAlongAndAcrossTheGrid)
{
  const auto geometry = oblique_geometry();
  unsigned state = 1;
  const auto noise = [&state](PatientPoint) { return (state = state * 1664525U + 1013904223U) >> 22U; };
  const auto volume = test::volume_from(geometry, noise);
  const auto& axes = geometry.axes();
  const PatientPoint place = geometry.voxel_to_patient(ContinuousVoxelIndex{11.3, 8.4, 4.0});
  for (const ViewPlane& plane : {ViewPlane{axes.i, axes.j}, ViewPlane{axes.j, -1.0 * axes.i}, ViewPlane{axes.i, axes.k},
                                 ViewPlane{-1.0 * axes.k, axes.j}, tilted({axes.i, axes.j}, 10, 40)})
  {
    const SliceView view{plane, place, 0.77, {70, 64}};
    EXPECT_LT(largest_difference(*volume, PlaneSampler(volume, view, Interpolation::Linear), view), 1e-2);
  }
}

TEST(PlaneSampler, ShowsTheNearestAcquiredSliceAndInterpolatesNothingAcrossAGap)
{
  const auto geometry = *ImageGeometry::make({8, 8, 3}, {1, 1, 10}, {0, 0, 0}, {});
  const auto volume = test::volume_from(geometry, [](PatientPoint p) { return p.superior; });
  for (const double depth : {10.0, 12.0, 14.9, 5.1})
  {
    const SliceView view{acquired_plane(geometry), {4, 4, depth}, 1.0, {5, 5}};
    EXPECT_EQ(row_of(PlaneSampler(volume, view, Interpolation::Linear), view, 2)[2], 10.0F) << depth;
  }
}

TEST(PlaneSampler, AppliesTheRescaleOfEachSlice)
{
  const auto geometry = *ImageGeometry::make({2, 2, 3}, {1, 1, 1}, {0, 0, 0}, {});
  const std::vector<std::int16_t> stored(12, 10);
  const auto volume = std::make_shared<imaging::Volume>(geometry, stored, std::vector<imaging::Rescale>{{1, 0}, {2, -5}, {3, 100}});
  const SliceView coronal{{{1, 0, 0}, {0, 0, 1}}, {0, 0, 1}, 1.0, {1, 3}};
  const SliceView across{{{0, 0, 1}, {1, 0, 0}}, {0, 0, 1}, 1.0, {3, 1}};
  const PlaneSampler down(volume, coronal, Interpolation::Linear), along(volume, across, Interpolation::Linear);
  const std::vector<float> expected{10, 15, 130};
  EXPECT_EQ(row_of(along, across, 0), expected);
  for (int y = 0; y < 3; ++y) EXPECT_EQ(row_of(down, coronal, y)[0], expected[static_cast<std::size_t>(y)]);
}

TEST(PlaneSampler, ShowsBlocksWhenAskedForTheNearestVoxel)
{
  const auto geometry = *ImageGeometry::make({2, 1, 1}, {10, 10, 1}, {0, 0, 0}, {});
  const auto volume = test::volume_from(geometry, [](PatientPoint p) { return p.left > 5 ? 7.0 : 3.0; });
  const SliceView view{acquired_plane(geometry), {5, 0, 0}, 1.0, {20, 1}};
  const auto values = row_of(PlaneSampler(volume, view, Interpolation::Nearest), view, 0);
  for (std::size_t x = 0; x < 20; ++x) EXPECT_EQ(values[x], x < 10 ? 3.0F : 7.0F) << x;
}

TEST(RenderSlice, IsBlackOutsideTheImage)
{
  const auto volume = test::volume_from(oblique_geometry(), [](PatientPoint) { return 1000.0; });
  SliceRecipe recipe;
  recipe.view =
      fitted({acquired_plane(volume->geometry()), moved_to_slice(volume->geometry(), volume->geometry().origin(), 4), 1, {200, 50}},
             volume->geometry());
  recipe.base = {volume, {500, 1000}};
  const Picture picture = render_slice(recipe);
  EXPECT_EQ(picture.pixels.front(), 0xff000000U);
  EXPECT_EQ(picture.pixels[25 * 200 + 100], 0xffffffffU);
}

TEST(RenderSlice, SubtractsValueByValueAndInvertsTheWindow)
{
  const auto geometry = oblique_geometry();
  SliceRecipe recipe;
  recipe.view = {acquired_plane(geometry), geometry.voxel_to_patient(VoxelIndex{12, 9, 4}), 1.0, {4, 4}};
  recipe.base = {test::volume_from(geometry, [](PatientPoint) { return 700.0; }), {50, 100}};
  recipe.subtracted = ImageLayer{test::volume_from(geometry, [](PatientPoint) { return 600.0; }), {}};
  EXPECT_EQ(render_slice(recipe).pixels[5], 0xffffffffU);
  recipe.base.window.polarity = Polarity::HighIsBlack;
  EXPECT_EQ(render_slice(recipe).pixels[5], 0xff000000U);
}

TEST(RenderSlice, LaysOverWhatStandsOutAndLeavesNoiseAway)
{
  const auto geometry = oblique_geometry();
  SliceRecipe recipe;
  recipe.view = {acquired_plane(geometry), geometry.voxel_to_patient(VoxelIndex{12, 9, 4}), 1.0, {4, 4}};
  recipe.base = {test::volume_from(geometry, [](PatientPoint) { return 0.0; }), {500, 1000}};  // black
  const auto red_over = [&](double value)
  {
    recipe.fused = FusedLayer{{test::volume_from(geometry, [=](PatientPoint) { return value; }), {500, 1000}}, 0.5};
    return static_cast<int>(render_slice(recipe).pixels[5] >> 16U & 0xffU);
  };
  EXPECT_EQ(red_over(-10), 0);
  EXPECT_EQ(red_over(20), 0);
  EXPECT_NEAR(red_over(500), 64, 2);  // half the opacity of half the gray
}

TEST(RenderSlice, FollowsATransformToTheOtherImage)
{
  const auto geometry = oblique_geometry();
  const auto volume = test::volume_from(geometry, ramp);
  const SliceView view{acquired_plane(geometry), geometry.voxel_to_patient(VoxelIndex{12, 9, 4}), 0.5, {6, 6}};
  const imaging::RigidTransform shift({0.05, 0.02, -0.03}, {2, 1, -3}, view.centre);
  const auto values = row_of(PlaneSampler(volume, view, Interpolation::Linear, shift), view, 3);
  for (int x = 0; x < 6; ++x) EXPECT_NEAR(values[static_cast<std::size_t>(x)], ramp(shift(view.to_patient({x + 0.5, 3.5}))), 1e-2);
}

TEST(AutomaticWindow, ShowsTissueAndLeavesAirOut)
{
  const auto geometry = *ImageGeometry::make({64, 64, 4}, {1, 1, 5}, {0, 0, 0}, {});
  const auto volume = test::volume_from(geometry, [](PatientPoint p) { return p.left < 32 ? 0.0 : 300.0 + p.left; });
  const DisplayWindow window = automatic_window(*volume);
  EXPECT_NEAR(window.low(), 332, 3);
  EXPECT_NEAR(window.high(), 363, 3);
}

// Free water diffuses at about 3.0e-3 mm2/s at body temperature; the noise of a map goes far beyond, and below zero.
TEST(AutomaticWindow, OfAnAdcMapGoesFromZeroToWaterWhateverItsNoise)
{
  const auto geometry = *ImageGeometry::make({16, 16, 2}, {1, 1, 5}, {0, 0, 0}, {});
  const auto noisy = test::volume_from(geometry, [](PatientPoint p) { return 1200.0 + 4000.0 * std::sin(7.0 * p.left + p.posterior); });
  const imaging::Volume adc(geometry, noisy->stored(), noisy->rescale(), "1e-6 mm2/s");
  EXPECT_DOUBLE_EQ(automatic_window(adc).low(), 0.0);
  EXPECT_DOUBLE_EQ(automatic_window(adc).high(), 3000.0);
  EXPECT_EQ(automatic_window(adc, 1), automatic_window(adc));
}
