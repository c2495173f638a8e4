// Truth: the ball that the image was made with. It dies in patches and keeps its size; the living islands between are no lesions of their
// own (RECIST 1.1 adds the lengths of parts only where a lesion has split).
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "segmentation/mask/bulky_parts.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::BallLimb;

/// Where tissue has died: about 60 % of the volume, in patches of some 20 mm.
bool is_dead(PatientPoint p, double phase)
{
  const double a = 0.144 * (p.left + 0.7 * p.posterior) + phase, b = 0.162 * (p.posterior - 0.5 * p.superior) + 2.0 * phase,
               c = 0.132 * (p.superior + 0.4 * p.left) + 3.0 * phase;
  return std::sin(a) + std::sin(b) + std::sin(c) > -0.5;
}

/// The limb with what has died in the ball darker than muscle, as after contrast.
imaging::Volume died_in_patches(const BallLimb& limb, double phase)
{
  const auto alive = nadir::testing::image_of(limb);
  BallLimb dark = limb;
  dark.ball_value = 255.0;
  const auto dead = nadir::testing::image_of(dark);
  imaging::FloatImage image{alive.geometry(), {}};
  const auto& size = image.geometry.size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        image.values.push_back(
            static_cast<float>((is_dead(image.geometry.voxel_to_patient(VoxelIndex{i, j, k}), phase) ? dead : alive).value({i, j, k})));
  return imaging::volume_of(std::move(image));
}

class PatchyDeath : public ::testing::TestWithParam<double>
{
};

TEST_P(PatchyDeath, DoesNotSplitALesion)
{
  const BallLimb early{.radius = 22.0, .ball_value = 760.0, .fat_value = 900.0}, late = early;
  const auto before = image_of(early), after = died_in_patches(late, GetParam());
  const auto mask = mask_of(early);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, LesionFate::Present) << found->explanation;
  EXPECT_EQ(bulky_parts(found->mask, {.narrow_mm = 4.0, .least_share = 0.05}).size(), 1U);
  EXPECT_GE(nadir::testing::dice(found->mask, mask_of(late)), 0.80);
}

INSTANTIATE_TEST_SUITE_P(Phases, PatchyDeath, ::testing::Values(0.0, 0.7, 2.1, 3.5));
}  // namespace
}  // namespace nadir::segmentation
