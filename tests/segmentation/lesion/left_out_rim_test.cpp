#include "segmentation/lesion/left_out_rim.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/segmentation/lesion/rim_phantom.h"

// Truth: the phantom's own lesion and its dead core; a mask of the core alone leaves out all of the rim.
namespace nadir::segmentation::lesion
{
namespace
{
using nadir::testing::PhantomFat;
using nadir::testing::rim_phantom;
using nadir::testing::RimPhantom;

/// The mask with a margin around it.
PlacedMask placed(const Mask& mask)
{
  constexpr int margin = 5;
  const auto& box = mask.box();
  PlacedMask out{
      {{box.first.i - margin, box.first.j - margin, box.first.k}, {box.size.i + 2 * margin, box.size.j + 2 * margin, box.size.k}}, {}};
  for (int k = 0; k < out.box.size.k; ++k)
    for (int j = 0; j < out.box.size.j; ++j)
      for (int i = 0; i < out.box.size.i; ++i)
        out.voxels.push_back(mask.contains({out.box.first.i + i, out.box.first.j + j, out.box.first.k + k}) ? 1 : 0);
  return out;
}

const nadir::testing::RimSpec spec{.half_long = 20.0, .half_short = 15.0, .half_height = 20.0, .rim = 3.0};

/// The lesion's own long axis through its middle (22, -20, 0), in the nearest slice.
LesionPrompt line_of(const RimPhantom& phantom)
{
  auto at = phantom.image->geometry().patient_to_voxel(PatientPoint{22.0, -20.0, 0.0});
  at.k = std::round(at.k);
  const auto middle = phantom.image->geometry().voxel_to_patient(at);
  const PatientVector along{spec.half_long * std::cos(spec.turn), spec.half_long * std::sin(spec.turn), 0.0};
  LesionPrompt prompt;
  prompt.long_axis = PromptLine{middle + -1.0 * along, middle + along};
  return prompt;
}

/// The phantom beside fat of one kind.
RimPhantom phantom_beside(PhantomFat fat)
{
  auto beside = spec;
  beside.fat = fat;
  return rim_phantom(beside);
}

class LeftOutRim : public ::testing::TestWithParam<PhantomFat>
{
};

TEST_P(LeftOutRim, IsSeenWhereTheMaskHoldsTheCoreOnly)
{
  const auto phantom = phantom_beside(GetParam());
  const double share = left_out_rim(*phantom.image, line_of(phantom), placed(phantom.core), 2);
  EXPECT_GT(share, 0.8);
  EXPECT_TRUE(warning_of_rim(share).has_value());
}

TEST_P(LeftOutRim, IsNotSeenAroundTheWholeLesion)
{
  const auto phantom = phantom_beside(GetParam());
  const double share = left_out_rim(*phantom.image, line_of(phantom), placed(phantom.lesion), 2);
  EXPECT_LT(share, 0.02);
  EXPECT_FALSE(warning_of_rim(share).has_value());
}

INSTANTIATE_TEST_SUITE_P(Beside, LeftOutRim, ::testing::Values(PhantomFat::Bright, PhantomFat::Suppressed),
                         [](const auto& fat) { return fat.param == PhantomFat::Bright ? "BrightFat" : "SuppressedFat"; });

TEST(LeftOutRim, CannotBeToldWithoutAnAxis)
{
  const auto phantom = rim_phantom(spec);
  EXPECT_EQ(left_out_rim(*phantom.image, {}, placed(phantom.core), 2), 0.0);
}
}  // namespace
}  // namespace nadir::segmentation::lesion
