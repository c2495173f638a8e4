#include "imaging/volume/file/write_volume.h"

#include <gtest/gtest.h>

#include <cmath>

#include "imaging/volume/file/read_volume_file.h"
#include "imaging/volume/float_image.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::testing;

namespace
{
/// A coronal grid with values of its own.
Volume sample_volume()
{
  FloatImage image{ImageGeometry::make({5, 4, 3}, {0.5, 0.7, 3.3}, {-10.5, 20.25, 30.125}, {{1, 0, 0}, {0, 0, -1}, {0, 1, 0}}).value(), {}};
  for (int n = 0; n < 60; ++n) image.values.push_back(0.37f * static_cast<float>(n) - 7.0f);
  return volume_of(std::move(image));
}

class WriteVolume : public ::testing::TestWithParam<const char*>
{
};
}  // namespace

TEST_P(WriteVolume, ReadsBackTheSameValuesAtTheSamePlace)
{
  const TemporaryFolder folder;
  const auto path = folder.path() / (std::string("probability") + GetParam());
  const auto volume = sample_volume();
  ASSERT_TRUE(write_volume(path, volume));
  const auto read = read_volume_file(path).value();
  EXPECT_TRUE(read.warnings.empty());
  EXPECT_TRUE(read.volume->geometry().coincides_with(volume.geometry(), Millimeters{1e-5}));
  for (int k = 0; k < 3; ++k)
    for (int j = 0; j < 4; ++j)
      for (int i = 0; i < 5; ++i) EXPECT_EQ(read.volume->value({i, j, k}), volume.value({i, j, k}));
}
INSTANTIATE_TEST_SUITE_P(Format, WriteVolume, ::testing::Values(".nii", ".nii.gz", ".nrrd"));

TEST(WriteVolumeFile, RefusesOtherEndings)
{
  const TemporaryFolder folder;
  EXPECT_TRUE(write_volume(folder.path() / "p.seg.nrrd", sample_volume()).failure().is(ImageFileError::Unsupported));
  EXPECT_TRUE(write_volume(folder.path() / "p.dcm", sample_volume()).failure().is(ImageFileError::Unsupported));
}
