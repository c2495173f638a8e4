// A dead core within a living rim of 2 to 3 mm, in slices of 5.5 to 8 mm: most voxels of the rim are mixed with the core or with muscle.
// Truth: the ratio of the volumes of the two ellipsoids.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::TissueClass;

struct Share
{
  double slices;  ///< distance, mm
  double core;
  double offset;  ///< of the lesion against the slices, as a part of their distance
};

phantom::TissueVolumePlan plan_of(const Share& share, std::uint64_t seed)
{
  return {.size = {76, 76, static_cast<int>(72.0 / share.slices)},
          .spacing = {1.3, 1.3, share.slices},
          .slice_thickness = 0.91 * share.slices,
          .centre = {0.0, 14.0, share.offset * share.slices},
          .semi_axes = {20.0, 17.0, 22.0},
          .core_fraction = share.core,
          .core_offset = {0.0, 0.3, 0.2},
          .snr = 25.0,
          .seed = seed};
}

class ThinRim : public ::testing::TestWithParam<const char*>
{
};

TEST_P(ThinRim, LeavesTheCoreItsShareOfTheVolume)
{
  double sum = 0.0;
  int count = 0;
  for (const double slices : {5.5, 6.6, 8.0})
    for (const double core : {0.65, 0.75})
      for (const double offset : {0.0, 0.37, 0.74})
      {
        const auto band = classified(phantom_lesion(plan_of({slices, core, offset}, static_cast<std::uint64_t>(++count)), GetParam()))
                              .part(TissueClass::Necrosis)
                              .fraction;
        EXPECT_NEAR(100.0 * band.value, 100.0 * core, 6.0) << slices << ' ' << core << ' ' << offset;
        EXPECT_TRUE(covers(band, core)) << band.low << " to " << band.high;
        sum += 100.0 * (band.value - core);
      }
  EXPECT_NEAR(sum / count, 0.0, 2.0);
}

INSTANTIATE_TEST_SUITE_P(Images, ThinRim, ::testing::Values("t1c", "t1 t1c", "t1c t2", "t1 t1c t2 adc"),
                         [](const auto& test)
                         {
                           std::string name = test.param;
                           std::erase(name, ' ');
                           return name;
                         });
}  // namespace
}  // namespace nadir::testing
