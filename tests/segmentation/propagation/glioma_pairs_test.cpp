// Two glioblastomas at two dates with masks of the enhancing tumour (TCIA Brain-Tumor-Progression). Both have grown a great deal; the masks
// of the two dates overlap by Dice 0.49 and 0.36. The best threshold within 8 mm of the later mask itself reaches 0.63 and 0.83. Two others
// (BraTS 2013) on their own images.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "imaging/volume/file/read_volume_file.h"
#include "imaging/volume/float_image.h"
#include "segmentation/mask/read_mask.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"
#include "tests/support/test_data.h"

namespace nadir::testing
{
namespace
{
struct Dates
{
  std::string folder;
  double least_dice;
};

void PrintTo(const Dates& dates, std::ostream* out) { *out << dates.folder; }

class GliomaPair : public ::testing::TestWithParam<Dates>
{
};

segmentation::Mask mask_in(const std::filesystem::path& file)
{
  return std::get<segmentation::Mask>(segmentation::read_mask(file).value().front().shape);
}

TEST_P(GliomaPair, IsFollowedThroughStrongGrowth)
{
  NADIR_NEEDS_TEST_DATA("progression");
  const auto folder = test_data() / "progression" / GetParam().folder;
  const auto before = imaging::read_volume_file(folder / "Pre_Scan_T1.nii.gz").value().volume;
  const auto after = imaging::read_volume_file(folder / "Post_Scan_T1.nii.gz").value().volume;
  const auto mask = mask_in(folder / "Pre_Mask.nii.gz");
  const auto transform = segmentation::register_dates(*before, *after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = segmentation::propagate_lesion({*before, *after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask_in(folder / "Post_Mask.nii.gz")), GetParam().least_dice);
}

/// Experts' core (dead and enhancing) of many ragged pieces and holes; nothing has changed, so neither has it.
class SameGlioma : public ::testing::TestWithParam<std::string>
{
};

TEST_P(SameGlioma, IsTheSameMask)
{
  NADIR_NEEDS_TEST_DATA("brats");
  const auto folder = test_data() / "brats" / GetParam();
  const auto image = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz").value().volume;
  const auto labels = imaging::float_image_of(*imaging::read_volume_file(folder / "OTMultiClass.nii.gz").value().volume);
  std::vector<std::uint8_t> core(labels.values.size());
  std::transform(labels.values.begin(), labels.values.end(), core.begin(),
                 [](float label) { return static_cast<std::uint8_t>(label == 1.0F || label == 4.0F ? 1 : 0); });
  const auto mask = segmentation::Mask::from_grid(image->geometry(), std::move(core));
  const auto transform = segmentation::register_dates(*image, *image, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = segmentation::propagate_lesion({*image, *image}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_GE(dice(found->mask, mask), 0.999);
}

INSTANTIATE_TEST_SUITE_P(Shared, SameGlioma, ::testing::Values("brats_2013_pat0004_1", "brats_2013_pat0005_1"),
                         [](const auto& patient) { return patient.param.substr(11, 7); });

INSTANTIATE_TEST_SUITE_P(Shared, GliomaPair, ::testing::Values(Dates{"01", 0.60}, Dates{"05", 0.83}),
                         [](const auto& pair) { return "Patient" + pair.param.folder; });
}  // namespace
}  // namespace nadir::testing
