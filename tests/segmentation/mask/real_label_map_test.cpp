#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>

#include "segmentation/mask/read_mask.h"
#include "tests/support/test_data.h"

namespace nadir::segmentation
{
namespace
{
struct KnownMask
{
  const char* file;
  int label;
  std::uint64_t voxels;
  double volume_mm3;
};

void PrintTo(const KnownMask& known, std::ostream* out) { *out << known.file << " label " << known.label; }

class RealLabelMap : public ::testing::TestWithParam<KnownMask>
{
};

TEST_P(RealLabelMap, HasTheKnownVolume)
{
  const auto path = nadir::testing::test_data() / GetParam().file;
  NADIR_NEEDS_TEST_DATA(GetParam().file);
  const auto lesions = read_mask(path);
  ASSERT_TRUE(lesions) << lesions.failure().message();
  const auto lesion = std::find_if(lesions->begin(), lesions->end(), [](const auto& l) { return l.label == GetParam().label; });
  ASSERT_NE(lesion, lesions->end());
  const auto& mask = std::get<Mask>(lesion->shape);
  if (GetParam().voxels > 0)
  {
    EXPECT_EQ(mask.count(), GetParam().voxels);
  }
  EXPECT_NEAR(static_cast<double>(mask.count()) * mask.geometry().voxel_volume_mm3(), GetParam().volume_mm3,
              5e-5 * GetParam().volume_mm3 + 5);
}

/// Truth: the derived_reference.csv of each folder (sts in mL with two decimals, so +- 5 mm3).
INSTANTIATE_TEST_SUITE_P(Nifti, RealLabelMap,
                         ::testing::Values(KnownMask{"sts/STS_001/MR_T1_mask.nii.gz", 1, 0, 365310},
                                           KnownMask{"sts/STS_002/MR_T1_mask.nii.gz", 1, 0, 53290},
                                           KnownMask{"sts/STS_003/MR_T1_mask.nii.gz", 1, 0, 80120},
                                           KnownMask{"sts/STS_005/MR_T1_mask.nii.gz", 1, 0, 584950},
                                           KnownMask{"brats/brats_2013_pat0005_1/OTMultiClass.nii.gz", 1, 23030, 23030},
                                           KnownMask{"brats/brats_2013_pat0005_1/OTMultiClass.nii.gz", 4, 18354, 18354},
                                           KnownMask{"brats/brats_2013_pat0004_1/OTMultiClass.nii.gz", 2, 45203, 45203},
                                           KnownMask{"brats/brats_2013_pat0004_1/OTMultiClass.nii.gz", 3, 44699, 44699}));

/// Truth: IBSI reference manual, digital phantom: 74 voxels of 2 x 2 x 2 mm, volume by voxel counting 592 mm3.
INSTANTIATE_TEST_SUITE_P(Ibsi, RealLabelMap,
                         ::testing::Values(KnownMask{"shape-reference/ibsi1_digital_phantom/nifti/mask/mask.nii.gz", 1, 74, 592}));

/// Truth: pyradiomics baseline_shape.csv, original_shape_VoxelVolume.
INSTANTIATE_TEST_SUITE_P(Nrrd, RealLabelMap,
                         ::testing::Values(KnownMask{"shape-reference/pyradiomics/brain1_label.nrrd", 1, 4137, 16412.658691},
                                           KnownMask{"shape-reference/pyradiomics/lung1_label.nrrd", 1, 837, 1361.197815}));
}  // namespace
}  // namespace nadir::segmentation
