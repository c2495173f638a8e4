#include "viewer/render/slice_view.h"

#include <gtest/gtest.h>

#include "imaging/geometry/nearest_voxel.h"
#include "viewer/render/reference_line.h"
#include "viewer/render/slice_steps.h"

using namespace nadir;
using namespace nadir::viewer;

namespace
{
SliceView oblique_view() { return {tilted(radiological_plane(AnatomicalPlane::Axial), 25, -15), {12, -34, 56}, 0.37, {801, 450}}; }

ImageGeometry gapped_sagittal()
{
  const GridAxes axes{{0, 1, 0}, {0, 0, -1}, {-1, 0, 0}};
  return *ImageGeometry::make({40, 30, 5}, {0.9, 0.7, 6.0}, {20, -10, 40}, axes);
}
}  // namespace

TEST(SliceView, TakesAPlaceToThePatientAndBack)
{
  const SliceView view = oblique_view();
  for (const ViewPoint place : {ViewPoint{0.5, 0.5}, ViewPoint{400.5, 225}, ViewPoint{-20, 900}})
  {
    const ViewPoint back = view.to_view(view.to_patient(place));
    EXPECT_NEAR(back.x, place.x, 1e-9);
    EXPECT_NEAR(back.y, place.y, 1e-9);
    EXPECT_NEAR(view.depth_of(view.to_patient(place)), 0.0, 1e-9);
  }
}

TEST(SliceView, ShowsLengthsTrueWhateverThePixelSpacing)
{
  const SliceView view = oblique_view();
  EXPECT_NEAR(distance(view.to_patient({100, 100}), view.to_patient({400, 500})).value(), 500 * 0.37, 1e-9);  // 3-4-5 triangle
}

TEST(SliceView, KeepsThePlaceUnderThePointerWhenZoomed)
{
  const SliceView before = oblique_view(), after = zoomed(before, 2.5, {700, 30});
  EXPECT_LT(distance(before.to_patient({700, 30}), after.to_patient({700, 30})).value(), 1e-9);
  EXPECT_NEAR(after.mm_per_pixel, before.mm_per_pixel / 2.5, 1e-12);
}

TEST(SliceView, CarriesWhatWasGrabbedAlongWhenPanned)
{
  const SliceView before = oblique_view(), after = panned(before, {10, 20}, {110, 70});
  EXPECT_LT(distance(before.to_patient({10, 20}), after.to_patient({110, 70})).value(), 1e-9);
}

TEST(SliceView, FitsTheWholeGridAndCentresIt)
{
  const auto geometry = gapped_sagittal();  // 36 x 21 mm in plane
  const SliceView view = fitted({acquired_plane(geometry), geometry.origin(), 1.0, {360, 300}}, geometry);
  EXPECT_NEAR(view.mm_per_pixel, 0.1, 1e-9);
  const ViewPoint middle = view.to_view(geometry.voxel_to_patient(ContinuousVoxelIndex{19.5, 14.5, 0}));
  EXPECT_NEAR(middle.x, 180, 1e-6);
  EXPECT_NEAR(middle.y, 150, 1e-6);
}

TEST(SliceSteps, GoFromAcquiredSliceToAcquiredSlice)
{
  const auto geometry = gapped_sagittal();
  const auto plane = acquired_plane(geometry);
  PatientPoint centre = moved_to_slice(geometry, geometry.origin(), 2);
  centre = scrolled(plane, geometry, centre, 1);
  EXPECT_NEAR(std::abs(geometry.patient_to_voxel(centre).k - 2), 1.0, 1e-9);
  EXPECT_NEAR(scroll_step(plane, geometry), 6.0, 1e-9);
}

TEST(SliceSteps, StopAtTheEndsOfTheGrid)
{
  const auto geometry = gapped_sagittal();
  for (const auto& plane :
       {acquired_plane(geometry), radiological_plane(AnatomicalPlane::Axial), radiological_plane(AnatomicalPlane::Coronal)})
    for (const int steps : {1000, -1000})
    {
      const auto end = scrolled(plane, geometry, geometry.voxel_to_patient(VoxelIndex{20, 15, 2}), steps);
      EXPECT_TRUE(geometry.size().contains(nearest_voxel(geometry.patient_to_voxel(end))));
    }
}

TEST(ReferenceLine, LiesWhereTheOtherPlaneCuts)
{
  const SliceView axial{radiological_plane(AnatomicalPlane::Axial), {0, 0, 10}, 0.5, {400, 400}};
  const SliceView sagittal{radiological_plane(AnatomicalPlane::Sagittal), {25, 0, 0}, 0.5, {200, 400}};  // reaches 50 mm to front and back
  const auto line = reference_line(axial, sagittal);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->from.x, 200 + 50, 1e-6);
  EXPECT_NEAR(line->to.x, 200 + 50, 1e-6);
  EXPECT_NEAR(std::abs(line->from.y - line->to.y), 200, 1e-6);
}

TEST(ReferenceLine, IsAbsentBetweenParallelPlanesAndOutsideTheView)
{
  const SliceView axial{radiological_plane(AnatomicalPlane::Axial), {0, 0, 10}, 0.5, {400, 400}};
  EXPECT_FALSE(reference_line(axial, {radiological_plane(AnatomicalPlane::Axial), {0, 0, 40}, 0.5, {400, 400}}));
  EXPECT_FALSE(reference_line(axial, {radiological_plane(AnatomicalPlane::Sagittal), {300, 0, 0}, 0.5, {400, 400}}));
}
