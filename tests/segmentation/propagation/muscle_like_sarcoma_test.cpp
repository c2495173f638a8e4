// Real sarcomas on T1, hardly brighter than the muscle beside them, at a second examination with a known displacement (limb turned and
// shifted, tissue pushed aside, another coil), unchanged or shrunken with their surroundings. Truth: the expert's contour, displaced
// likewise.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "imaging/volume/float_image.h"
#include "sample_data/displacement/known_displacement.h"
#include "segmentation/lesion/training/training_case.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/support/test_data.h"

namespace nadir::testing
{
namespace
{
struct Change
{
  std::string sarcoma;
  double factor;  ///< linear size at follow-up
  double least_dice;
  bool is_disputed = false;  ///< found plainly too large: a warning must say so
};

void PrintTo(const Change& change, std::ostream* out) { *out << change.sarcoma << " x " << change.factor; }

class MuscleLikeSarcoma : public ::testing::TestWithParam<Change>
{
};

PatientPoint centre_of(const segmentation::Mask& mask)
{
  const auto& box = mask.box();
  return mask.geometry().voxel_to_patient(ContinuousVoxelIndex{box.first.i + 0.5 * (box.size.i - 1), box.first.j + 0.5 * (box.size.j - 1),
                                                               box.first.k + 0.5 * (box.size.k - 1)});
}

sample_data::KnownDisplacement displacement_of(const segmentation::Mask& lesion, double factor)
{
  const double volume = static_cast<double>(lesion.count()) * lesion.geometry().voxel_volume_mm3();
  return {{.seed = 3,
           .turn = 3.0,
           .shift = 6.0,
           .field_mean = 2.0,
           .lesion_factor = factor,
           .lesion_centre = centre_of(lesion),
           .lesion_radius = std::cbrt(volume * 0.75 / 3.14159265358979)},
          centre_of(lesion)};
}

segmentation::Mask displaced_mask(const segmentation::Mask& lesion, const sample_data::KnownDisplacement& displacement)
{
  const auto& grid = lesion.geometry();
  std::vector<std::uint8_t> bytes;
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        const auto p = grid.patient_to_voxel(displacement.moving_to_fixed(grid.voxel_to_patient(VoxelIndex{i, j, k})));
        const VoxelIndex v{static_cast<int>(std::lround(p.i)), static_cast<int>(std::lround(p.j)), static_cast<int>(std::lround(p.k))};
        bytes.push_back(grid.size().contains(v) && lesion.contains(v) ? 1 : 0);
      }
  return segmentation::Mask::from_grid(grid, std::move(bytes));
}

bool says_that_ways_disagree(const segmentation::PropagatedLesion& found)
{
  return std::ranges::any_of(found.warnings, [](const std::string& w) { return w.find("two ways of following it") != w.npos; });
}

TEST_P(MuscleLikeSarcoma, IsFollowed)
{
  NADIR_NEEDS_TEST_DATA("sts");
  const auto& change = GetParam();
  const auto sarcoma = segmentation::lesion::read_training_case(test_data() / "sts" / change.sarcoma).value();
  const auto displacement = displacement_of(sarcoma.truth, change.factor);
  const auto image = sample_data::displaced_image(imaging::float_image_of(*sarcoma.image), sarcoma.image->geometry(), displacement, {});
  const imaging::Volume follow_up(image.geometry, image.values,
                                  std::vector<imaging::Rescale>(static_cast<std::size_t>(image.geometry.size().k)));
  const auto transform = segmentation::register_dates(*sarcoma.image, follow_up, std::span(&sarcoma.truth, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = segmentation::propagate_lesion({*sarcoma.image, follow_up}, sarcoma.truth, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(segmentation::lesion::dice(found->mask, displaced_mask(sarcoma.truth, displacement)), change.least_dice)
      << found->follow_up_ml << " mL for "
      << static_cast<double>(displaced_mask(sarcoma.truth, displacement).count()) * sarcoma.truth.geometry().voxel_volume_mm3() / 1000.0;
  EXPECT_EQ(says_that_ways_disagree(*found), change.is_disputed);
}

INSTANTIATE_TEST_SUITE_P(Shared, MuscleLikeSarcoma,
                         ::testing::Values(Change{"STS_025", 1.0, 0.95}, Change{"STS_042", 0.65, 0.7, true},
                                           Change{"STS_042", 0.5, 0.5, true}, Change{"STS_025", 0.5, 0.3, true}),
                         [](const auto& change)
                         { return change.param.sarcoma + "_" + std::to_string(static_cast<int>(100 * change.param.factor)); });
}  // namespace
}  // namespace nadir::testing
