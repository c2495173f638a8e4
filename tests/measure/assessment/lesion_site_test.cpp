#include "measure/assessment/lesion_site.h"

#include <gmock/gmock.h>

#include "measure/assessment/lesion_on_grid.h"
#include "tests/support/image_stacks.h"

using namespace nadir;
using namespace nadir::measure;
using imaging::SequenceType;
using segmentation::Mask;
using segmentation::SegmentedLesion;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace
{
SegmentedLesion lesion_on(const ImageGeometry& geometry, segmentation::VoxelBox box)
{
  return {1, "", Mask::from_box(geometry, box, std::vector<std::uint8_t>(box.size.voxels(), 1)), {}, {}};
}

/// The stack's voxels with rows reversed and slices reversed, as converters store them.
ImageGeometry flipped(const ImageGeometry& geometry)
{
  const auto& size = geometry.size();
  const auto origin = geometry.voxel_to_patient(VoxelIndex{0, size.j - 1, size.k - 1});
  const auto& axes = geometry.axes();
  return ImageGeometry::make(size, geometry.spacing(), origin, {axes.i, -1.0 * axes.j, -1.0 * axes.k}).value();
}
}  // namespace

TEST(LesionSite, IsTheStackThatSharesTheVoxels)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto shifted = nadir::testing::axial_stack_at("2.1", SequenceType::T1PostContrast, {0.4, 0, 0});
  const auto site = find_site(lesion_on(*t1.geometry, {{20, 20, 3}, {5, 5, 2}}), {&shifted, &t1});
  ASSERT_TRUE(site);
  EXPECT_EQ(site->stack, &t1);
  EXPECT_TRUE(site->on_image_grid);
  EXPECT_THAT(site->warnings, IsEmpty());
}

TEST(LesionSite, PrefersPostContrastAmongStacksOfTheSameVoxels)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto post = nadir::testing::axial_stack("2.1", SequenceType::T1PostContrast);
  EXPECT_EQ(find_site(lesion_on(*t1.geometry, {{20, 20, 3}, {5, 5, 2}}), {&t1, &post})->stack, &post);
}

TEST(LesionSite, FollowsTheSeriesThatTheMaskNames)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto post = nadir::testing::axial_stack("2.1", SequenceType::T1PostContrast);
  auto lesion = lesion_on(*t1.geometry, {{20, 20, 3}, {5, 5, 2}});
  lesion.provenance.referenced_series = t1.series;
  EXPECT_EQ(find_site(lesion, {&post, &t1})->stack, &t1);
}

TEST(LesionSite, RefusesALesionOutsideAllImages)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto elsewhere = nadir::testing::axial_stack_at("2.1", SequenceType::T1, {500, 0, 0});
  const auto site = find_site(lesion_on(*elsewhere.geometry, {{20, 20, 3}, {5, 5, 2}}), {&t1});
  ASSERT_FALSE(site);
  EXPECT_TRUE(site.failure().is(AssessmentError::MaskUnusable));
}

TEST(LesionSite, RefusesAStackThatMustNotBeMeasured)
{
  auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  t1.certificate.remarks.push_back({imaging::Severity::Refusal, "geometry.missing-slice", "a slice is missing between slice 3 and 4"});
  const auto site = find_site(lesion_on(*t1.geometry, {{20, 20, 3}, {5, 5, 2}}), {&t1});
  ASSERT_FALSE(site);
  EXPECT_THAT(site.failure().message(), HasSubstr("a slice is missing between slice 3 and 4"));
}

TEST(LesionSite, WarnsWhenTheVoxelsAreNotThoseOfTheImages)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto resampled = ImageGeometry::make({30, 30, 20}, {2, 2, 2}, {2, 2, 2}, {}).value();
  const auto site = find_site(lesion_on(resampled, {{5, 5, 5}, {4, 4, 4}}), {&t1});
  ASSERT_TRUE(site);
  EXPECT_FALSE(site->on_image_grid);
  EXPECT_THAT(site->warnings, Not(IsEmpty()));
}

// Found by a reader with fresh eyes: a mask of 53 mL over a series without its last slices was measured as 23 mL.
TEST(LesionSite, RefusesAMaskThatTheImagesHoldInPart)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto whole = ImageGeometry::make({64, 64, 20}, {1, 1, 5}, {}, {}).value();
  const auto site = find_site(lesion_on(whole, {{20, 20, 5}, {5, 5, 10}}), {&t1});
  ASSERT_FALSE(site);
  EXPECT_THAT(site.failure().message(), HasSubstr("50 % of it lies beyond series 1.1"));
  EXPECT_TRUE(find_site(lesion_on(whole, {{20, 20, 5}, {5, 5, 5}}), {&t1}));
}

// RECIST 1.1 measures in the acquired plane: 60 mm in the slices, 48 mm in sagittal contours of the same ellipsoid.
TEST(LesionSite, SaysThatContoursWereNotDrawnInTheSlices)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto drawn = [](PatientVector normal, const segmentation::Contour& contour)
  {
    segmentation::ContourStack contours;
    contours.normal = normal;
    contours.planes = {{20.0, {}, {contour}}};
    return SegmentedLesion{1, "", contours, {}, {}};
  };
  const auto sagittal = find_site(drawn({1, 0, 0}, {{20, 10, 10}, {20, 30, 10}, {20, 30, 30}}), {&t1});
  ASSERT_TRUE(sagittal);
  EXPECT_THAT(sagittal->warnings, ::testing::Contains(HasSubstr("90 degrees")));
  const auto axial = find_site(drawn({0, 0, 1}, {{10, 10, 20}, {30, 10, 20}, {30, 30, 20}}), {&t1});
  EXPECT_THAT(axial->warnings, Not(::testing::Contains(HasSubstr("degrees"))));
}

TEST(LesionSite, RefusesAMaskOfTheImagesSizeWithAnotherSpacing)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto halved = ImageGeometry::make({64, 64, 10}, {1, 1, 2.5}, {}, {}).value();
  EXPECT_FALSE(find_site(lesion_on(halved, {{20, 20, 3}, {5, 5, 2}}), {&t1}));
}

TEST(LesionSite, TakesTheSliceStepOfAOneSliceMaskFromTheImages)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto one_slice = ImageGeometry::make({64, 64, 1}, {1, 1, 2}, {0, 0, 15}, {}).value();
  const auto lesion = lesion_on(one_slice, {{20, 20, 0}, {5, 5, 1}});
  const auto site = find_site(lesion, {&t1});
  ASSERT_TRUE(site);
  EXPECT_TRUE(site->on_image_grid);
  EXPECT_DOUBLE_EQ(std::get<Mask>(on_grid_of(lesion, *site).shape).geometry().spacing().k, 5.0);
}

TEST(LesionSite, TurnsAMaskOfAnotherLatticeToTheAcquiredPlane)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto sagittal = ImageGeometry::make({20, 20, 25}, {2, 2, 2}, {5, 5, 5}, {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}).value();
  const auto lesion = lesion_on(sagittal, {{2, 3, 4}, {5, 6, 7}});
  const auto site = find_site(lesion, {&t1});
  ASSERT_TRUE(site);
  const auto placed = on_grid_of(lesion, *site);
  const auto& mask = std::get<Mask>(placed.shape);
  EXPECT_NEAR(mask.geometry().axes().k.superior, 1.0, 1e-9);
  EXPECT_EQ(mask.count(), 210u);
  EXPECT_EQ(mask.geometry().voxel_to_patient(mask.box().first), sagittal.voxel_to_patient(VoxelIndex{2, 3, 4}));
}

TEST(LesionSite, PutsAFlippedMaskOnTheSlicesItWasDrawnOn)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto lesion = lesion_on(flipped(*t1.geometry), {{10, 0, 0}, {4, 5, 2}});  // rows 59..63, slices 8..9 of the stack
  const auto site = find_site(lesion, {&t1});
  ASSERT_TRUE(site);
  const auto placed = on_grid_of(lesion, *site);
  const auto& mask = std::get<Mask>(placed.shape);
  EXPECT_EQ(mask.count(), 40u);
  EXPECT_TRUE(mask.contains({10, 59, 8}));
  EXPECT_TRUE(mask.contains({13, 63, 9}));
  EXPECT_EQ(placed.provenance.slice_sources.at(9), SopInstanceUid{"1.2.1.1.9"});
}

// The structure sets of the twelve public sarcomas name images of the archive that the converted folders do not hold.
TEST(LesionSite, NamesContoursAfterTheSlicesTheyLieIn)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);  // slices 5 mm apart
  segmentation::ContourStack contours;
  for (const double offset : {20.0, 25.004, 27.5})
    contours.planes.push_back({offset, SopInstanceUid{"9.9"}, {{{10, 10, offset}, {30, 10, offset}, {30, 30, offset}}}});
  const SegmentedLesion lesion{1, "", contours, {}, {}};
  const auto placed = std::get<segmentation::ContourStack>(on_grid_of(lesion, find_site(lesion, {&t1}).value()).shape);
  EXPECT_EQ(placed.planes[0].sop_instance, t1.slices[4].sop_instance);
  EXPECT_EQ(placed.planes[1].sop_instance, t1.slices[5].sop_instance);
  EXPECT_EQ(placed.planes[2].sop_instance, SopInstanceUid{"9.9"}) << "between two slices: no image is guessed";
}

TEST(CaliperSite, IsTheSliceTheLineLiesOn)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto site = find_site(LinePrompt{{10, 10, 20}, {40, 10, 20}}, {&t1});
  ASSERT_TRUE(site);
  EXPECT_EQ(site->slice, 4);
  EXPECT_THAT(site->warnings, IsEmpty());
}

TEST(CaliperSite, WarnsWhenTheLineLeavesItsSlice)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  const auto site = find_site(LinePrompt{{10, 10, 10}, {40, 10, 25}}, {&t1});
  ASSERT_TRUE(site);
  EXPECT_THAT(site->warnings, Not(IsEmpty()));
}

TEST(CaliperSite, RefusesALineOutsideAllImages)
{
  const auto t1 = nadir::testing::axial_stack("1.1", SequenceType::T1);
  EXPECT_FALSE(find_site(LinePrompt{{10, 10, 200}, {40, 10, 200}}, {&t1}));
}

TEST(LesionSite, SaysThatSlicesBetweenTheContoursWereNotDrawn)
{
  const auto images = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);  // slices 5 mm apart
  segmentation::ContourStack contours;
  contours.uniform = true;
  for (const double offset : {5.0, 15.0, 25.0})
    contours.planes.push_back({offset, {}, {{{10, 10, offset}, {20, 10, offset}, {20, 20, offset}}}});
  contours.plane_spacing = 10.0;
  segmentation::SegmentedLesion lesion{1, "", contours, {}, {}};
  EXPECT_THAT(find_site(lesion, {&images}).value().warnings, ::testing::Contains(::testing::HasSubstr("slices between were not drawn")));
  std::get<segmentation::ContourStack>(lesion.shape).plane_spacing = 5.0;
  EXPECT_TRUE(find_site(lesion, {&images}).value().warnings.empty());
}

TEST(LesionSite, SaysThatAMaskNamesAnotherSeries)
{
  const auto images = nadir::testing::axial_stack("1.1", imaging::SequenceType::T1);
  std::vector<std::uint8_t> voxels(images.geometry->size().voxels());
  voxels[5000] = 1;
  segmentation::SegmentedLesion lesion{1, "", segmentation::Mask::from_grid(*images.geometry, voxels), {}, {}};
  lesion.provenance.referenced_series = SeriesUid{"9.9"};
  EXPECT_THAT(find_site(lesion, {&images}).value().warnings, ::testing::ElementsAre(::testing::HasSubstr("another series")));
}
