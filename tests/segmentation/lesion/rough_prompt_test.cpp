#include <gmock/gmock.h>

#include "segmentation/lesion/leak_guard.h"
#include "segmentation/lesion/segment_lesion.h"
#include "tests/segmentation/lesion/lesion_phantom.h"

// Truth: closed-form ellipsoids of 24 x 16 x 24 mm half axes. Where the border shows, an axis drawn a few millimeters off must not be
// followed: the ellipsoid of axes 4 mm too long at each end has a Dice of about 0.8 by itself.
namespace nadir::segmentation
{
namespace
{
using nadir::testing::dice_of;
using nadir::testing::lesion_phantom;
using nadir::testing::LesionPhantom;
using ::testing::Gt;
using ::testing::Le;

double dice_from(const LesionPhantom& phantom, const LesionPrompt& prompt)
{
  const auto lesion = segment_lesion({phantom.image}, prompt);
  EXPECT_TRUE(lesion.has_value()) << (lesion ? "" : lesion.failure().message());
  return lesion ? dice_of(lesion->mask, phantom.truth) : 0.0;
}

/// The line with both ends moved outwards by this many mm (inwards when negative).
PromptLine stretched(const PromptLine& line, double by)
{
  const auto step = (by / distance(line.from, line.to).value()) * (line.to - line.from);
  return {line.from + -1.0 * step, line.to + step};
}

TEST(RoughPrompt, AxesFourMillimetersTooLongOrTooShort)
{
  const auto phantom = lesion_phantom();
  for (const double by : {-4.0, -2.0, 2.0, 4.0})
  {
    auto prompt = phantom.axes;
    prompt.long_axis = stretched(*prompt.long_axis, by);
    prompt.short_axis = stretched(*prompt.short_axis, by);
    EXPECT_THAT(dice_from(phantom, prompt), Gt(0.82)) << by << " mm";
  }
}

TEST(RoughPrompt, AxesThatLieBesideTheMiddle)
{
  const auto phantom = lesion_phantom();
  auto prompt = phantom.axes;
  for (auto* line : {&*prompt.long_axis, &*prompt.short_axis})
    for (auto* end : {&line->from, &line->to}) *end = *end + PatientVector{3.0, -3.0, 0.0};
  EXPECT_THAT(dice_from(phantom, prompt), Gt(0.82));
}

TEST(RoughPrompt, OneMillimeterInTheSliceAndEightAcross)
{
  const auto phantom = lesion_phantom({.spacing = {1.0, 1.0, 8.0}});
  EXPECT_THAT(dice_from(phantom, phantom.axes), Gt(0.85));
}

TEST(RoughPrompt, AClickWhereNothingBoundsALesionIsBoundedAndToldOf)
{
  const auto phantom = lesion_phantom({.lesion = 200.0, .tissue = 200.0});
  LesionPrompt click;
  click.click = phantom.center;
  const auto lesion = segment_lesion({phantom.image}, click);
  ASSERT_TRUE(lesion.has_value());
  EXPECT_THAT(lesion->volume_ml.value, Le(lesion::largest_body_share * lesion::body_volume(*phantom.image) / 1000.0 * 1.05));
}

TEST(LeakGuard, TheBodyIsWhatIsNotAir)
{
  const auto geometry = *ImageGeometry::make({80, 80, 20}, {1.0, 1.0, 5.0}, {}, {});
  std::vector<float> voxels;
  for (int k = 0; k < 20; ++k)
    for (int j = 0; j < 80; ++j)
      for (int i = 0; i < 80; ++i) voxels.push_back(i < 20 ? 3.0F : 400.0F);
  const imaging::Volume image(geometry, std::move(voxels), std::vector<imaging::Rescale>(20));
  EXPECT_NEAR(lesion::body_volume(image), 0.75 * 80 * 80 * 20 * 5.0, 1e-6);
}
}  // namespace
}  // namespace nadir::segmentation
