// Lesions so small that most of their voxels touch the contour. Truth: the two ellipsoids of the phantom, in closed form.
#include <gtest/gtest.h>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::TissueClass;

phantom::TissueVolumePlan small(double core, std::uint64_t seed)
{
  return {.semi_axes = {12.0, 10.0, 13.0}, .core_fraction = core, .snr = 20.0, .shading = 0.2, .seed = seed};
}

TEST(SmallLesion, ThatIsAllDeadIsSo)
{
  for (const auto* images : {"t1c t2", "t1c adc", "t1 t1c t2 adc", "t1c", "t2 adc"})
    for (const std::uint64_t seed : {1U, 2U, 3U})
    {
      const auto map = classified(phantom_lesion(small(1.0, seed), images));
      EXPECT_GT(percent_of(map, TissueClass::Necrosis), 95.0) << images << ' ' << seed;
      EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 1.0))
          << images << ' ' << seed << ' ' << map.part(TissueClass::Necrosis).fraction.high;
    }
}

TEST(SmallLesion, ThatIsAllLivingIsSo)
{
  for (const auto* images : {"t1c t2", "t1c adc", "t1 t1c t2 adc", "t1c"})
    for (const std::uint64_t seed : {1U, 2U, 3U})
    {
      const auto map = classified(phantom_lesion(small(0.0, seed), images));
      EXPECT_LT(percent_of(map, TissueClass::Necrosis), 2.0) << images << ' ' << seed;
      EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.0)) << images << ' ' << seed;
    }
}

// Slices of 8 mm: in the first and the last one every voxel is half muscle.
TEST(SmallLesion, ThatIsAllDeadHasThatInItsBandInThickSlicesToo)
{
  for (const double centre : {0.0, 2.0, 4.0})
    for (const std::uint64_t seed : {1U, 2U, 3U})
    {
      phantom::TissueVolumePlan plan{.size = {140, 140, 14},
                                     .spacing = {1.1, 1.1, 8.8},
                                     .slice_thickness = 8.0,
                                     .centre = {0.0, 18.0, centre},
                                     .semi_axes = {12.0, 10.0, 13.0},
                                     .core_fraction = 1.0,
                                     .snr = 20.0,
                                     .seed = seed};
      const auto fraction = classified(phantom_lesion(plan, "t1c t2")).part(TissueClass::Necrosis).fraction;
      EXPECT_TRUE(covers(fraction, 1.0)) << centre << ' ' << seed << ' ' << fraction.value << ' ' << fraction.high;
    }
}

TEST(SmallLesion, ThatIsHalfDeadHasThatInItsBand)
{
  for (const auto* images : {"t1c t2", "t1c adc", "t1 t1c t2 adc", "t1c", "t2 adc"})
    for (const std::uint64_t seed : {1U, 2U, 3U})
    {
      const auto map = classified(phantom_lesion(small(0.5, seed), images));
      EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.5)) << images << ' ' << seed;
    }
}
}  // namespace
}  // namespace nadir::testing
