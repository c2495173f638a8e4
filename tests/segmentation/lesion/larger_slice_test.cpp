// Axes that were drawn where the lesion is not largest are told of, with the slice where it is.
#include <gmock/gmock.h>

#include <cmath>

#include "segmentation/lesion/larger_slice.h"
#include "tests/segmentation/lesion/lesion_phantom.h"

namespace nadir::segmentation
{
namespace
{
using nadir::testing::lesion_phantom;
using nadir::testing::LesionPhantom;
using nadir::testing::PhantomSpec;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

/// Both axes of an ellipsoid as they are in a slice beside its middle one.
LesionPrompt axes_beside_the_middle(const LesionPhantom& phantom, const PhantomSpec& spec, int slices)
{
  const auto normal = slices * spec.spacing.k * phantom.image->geometry().axes().k;
  const double share = slices * spec.spacing.k / spec.half_axes[2], shrunk = std::sqrt(1.0 - share * share);
  const auto moved = [&](const PromptLine& line)
  {
    return PromptLine{phantom.center + normal + shrunk * (line.from - phantom.center),
                      phantom.center + normal + shrunk * (line.to - phantom.center)};
  };
  LesionPrompt prompt;
  prompt.long_axis = moved(*phantom.axes.long_axis);
  prompt.short_axis = moved(*phantom.axes.short_axis);
  return prompt;
}

constexpr auto told = "axes in a smaller section make diameters and volume too small";

TEST(LargerSlice, IsToldOfWithItsNumberAndDistance)
{
  for (const PhantomSpec& spec : {PhantomSpec{}, PhantomSpec{.lesion = 120.0}, PhantomSpec{.spacing = {1.0, 1.0, 3.0}, .lesion = 230.0},
                                  PhantomSpec{.half_axes = {30.0, 24.0, 30.0}, .turn = 0.4}})
    for (const int slices : {-5, -4, 4, 5})
    {
      const auto phantom = lesion_phantom(spec);
      auto prompt = axes_beside_the_middle(phantom, spec, slices);
      const auto both = segment_lesion({phantom.image}, prompt);
      ASSERT_TRUE(both.has_value());
      EXPECT_THAT(both->warnings, Contains(HasSubstr(told))) << spec.lesion << " " << slices << " " << both->volume_ml.value;
      EXPECT_THAT(both->warnings, Contains(HasSubstr("mm from the drawn slice " + std::to_string(13 + slices)))) << slices;
      prompt.short_axis.reset();
      EXPECT_THAT(segment_lesion({phantom.image}, prompt)->warnings, Contains(HasSubstr(told))) << spec.lesion << " line " << slices;
    }
}

TEST(LargerSlice, IsNoneWhereTheLargestWasDrawnOrTheOneBesideIt)
{
  for (const PhantomSpec& spec : {PhantomSpec{}, PhantomSpec{.lesion = 120.0}, PhantomSpec{.spacing = {1.0, 1.0, 3.0}, .lesion = 230.0},
                                  PhantomSpec{.half_axes = {30.0, 24.0, 30.0}, .turn = 0.4}, PhantomSpec{.lesion = 206.0}})
    for (const int slices : {-1, 0, 1})
    {
      const auto phantom = lesion_phantom(spec);
      auto prompt = axes_beside_the_middle(phantom, spec, slices);
      EXPECT_THAT(segment_lesion({phantom.image}, prompt)->warnings, Not(Contains(HasSubstr(told)))) << spec.lesion << " " << slices;
      prompt.short_axis.reset();
      EXPECT_THAT(segment_lesion({phantom.image}, prompt)->warnings, Not(Contains(HasSubstr(told)))) << spec.lesion << " line " << slices;
    }
}

// Where first and last slice are marked, what lies beyond them is not the lesion's.
TEST(LargerSlice, LiesBetweenTheMarkedEnds)
{
  const PhantomSpec spec;
  const auto phantom = lesion_phantom(spec);
  auto prompt = axes_beside_the_middle(phantom, spec, 4);
  const auto normal = spec.spacing.k * phantom.image->geometry().axes().k;
  prompt.extent = PromptLine{phantom.center + 4.0 * normal, phantom.center + 5.0 * normal};
  EXPECT_THAT(segment_lesion({phantom.image}, prompt)->warnings, Not(Contains(HasSubstr(told))));
}

TEST(LargerSlice, OfAMaskIsTheOneWithTheLargestArea)
{
  const lesion::PlacedMask mask{{{0, 0, 5}, {2, 2, 3}}, {1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1}};
  const auto larger = lesion::larger_in_mask(mask, 6, 3.0);
  EXPECT_EQ(larger.slice, 7);
  EXPECT_DOUBLE_EQ(larger.distance, 3.0);
  EXPECT_DOUBLE_EQ(larger.area_ratio, 2.0);
  EXPECT_DOUBLE_EQ(lesion::larger_in_mask(mask, 9, 3.0).area_ratio, 1.0);  // nothing was found in the drawn slice
}
}  // namespace
}  // namespace nadir::segmentation
