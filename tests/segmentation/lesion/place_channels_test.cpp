// Truth: the displacement that the images were made with.
#include "segmentation/lesion/place_channels.h"

#include <gmock/gmock.h>

#include "imaging/registration/rigid_transform.h"
#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::limb_grid;
using nadir::testing::limb_image;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Lt;
using ::testing::SizeIs;

const PatientPoint lesion{12.0, -20.0, 10.0};

LesionPrompt click()
{
  LesionPrompt prompt;
  prompt.click = lesion;
  return prompt;
}

std::shared_ptr<const imaging::Volume> limb(const imaging::RigidTransform& motion = {})
{
  const auto back = motion.inverse();
  return std::make_shared<const imaging::Volume>(limb_image(
      limb_grid(), [&](PatientPoint p) { return back(p); }, 15.0));
}

/// A turn of 4 degrees and a shift of 9 mm.
imaging::RigidTransform motion() { return {{0.02, -0.03, 0.06}, {7.0, -5.0, 3.0}, {}}; }

/// No two slices show the same thing, and nothing of a limb.
std::shared_ptr<const imaging::Volume> noise()
{
  const auto grid = limb_grid();
  std::vector<float> voxels(grid.size().voxels());
  std::uint32_t state = 5;
  for (auto& voxel : voxels) voxel = static_cast<float>((state = state * 1664525U + 1013904223U) >> 22U);
  return std::make_shared<const imaging::Volume>(grid, std::move(voxels),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(grid.size().k)));
}

/// How far the tissue at the lesion lies from where the channel now shows it, mm.
double error_of(const imaging::Volume& placed, const imaging::RigidTransform& moved_by)
{
  const auto voxel = limb_grid().patient_to_voxel(moved_by(lesion));
  return distance(placed.geometry().voxel_to_patient(voxel), lesion).value();
}

TEST(PlaceChannels, TakesOutAMovementBetweenTheSeries)
{
  for (const auto relation : {FrameRelation::Shared, FrameRelation::Unknown, FrameRelation::Different})
  {
    const auto placed = place_channels(limb(), {{limb(motion()), "T2", relation}}, click());
    ASSERT_TRUE(placed.has_value());
    ASSERT_THAT(placed->channels, SizeIs(2));
    EXPECT_THAT(error_of(*placed->channels[1], motion()), Lt(1.5));
    EXPECT_THAT(placed->words.at(0), HasSubstr("T2 was moved by"));
    EXPECT_THAT(placed->words.at(0), HasSubstr("normalised mutual information"));
  }
}

TEST(PlaceChannels, LeavesAnImageThatLiesWell)
{
  const auto other = limb();
  const auto placed = place_channels(limb(), {{other, "T2", FrameRelation::Shared}}, click());
  ASSERT_TRUE(placed.has_value());
  EXPECT_EQ(placed->channels[1], other);
  EXPECT_THAT(placed->warnings, IsEmpty());
}

TEST(PlaceChannels, RefusesAnotherFrameThatCannotBeRegistered)
{
  const auto placed = place_channels(limb(), {{noise(), "series 7", FrameRelation::Different}}, click());
  ASSERT_FALSE(placed.has_value());
  EXPECT_THAT(placed.failure().message(), HasSubstr("series 7 has another frame of reference"));
  EXPECT_THAT(placed.failure().message(), HasSubstr("Leave it out"));
}

TEST(PlaceChannels, WarnsOfAnImageOfTheSameFrameThatCannotBeRegistered)
{
  const auto placed = place_channels(limb(), {{noise(), "series 7", FrameRelation::Shared}}, click());
  ASSERT_TRUE(placed.has_value());
  ASSERT_THAT(placed->warnings, SizeIs(1));
  EXPECT_THAT(placed->warnings[0], HasSubstr("series 7 could not be registered"));
}

TEST(PlaceChannels, NeverMovesAnImageFarWithinOneFrame)
{
  const imaging::RigidTransform far{{}, {24.0, 0.0, 0.0}, {}};
  const auto other = limb(far);
  const auto placed = place_channels(limb(), {{other, "T2", FrameRelation::Shared}}, click());
  ASSERT_TRUE(placed.has_value());
  EXPECT_EQ(placed->channels[1], other);
  ASSERT_THAT(placed->warnings, SizeIs(1));
  EXPECT_THAT(placed->warnings[0], HasSubstr("not likely within one frame"));
}
}  // namespace
}  // namespace nadir::segmentation
