#include "sample_data/phantom/nifti_writer.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <cstring>

#include "sample_data/phantom/phantom_error.h"
#include "sample_data/phantom/rigid_motion.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using namespace nadir::phantom;

namespace
{
std::vector<std::uint8_t> unpacked(const std::filesystem::path& path)
{
  std::vector<std::uint8_t> bytes(1 << 20);
  const gzFile file = gzopen(path.c_str(), "rb");
  const int count = gzread(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
  bytes.resize(static_cast<std::size_t>(std::max(count, 0)));
  return bytes;
}

double real_at(const std::vector<std::uint8_t>& bytes, std::size_t at)
{
  float value = 0.0F;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return static_cast<double>(value);
}

/// Affine rows from the quaternion, by the formula of the NIfTI-1 standard ("method 2").
std::array<std::array<double, 4>, 3> affine_of_quaternion(const std::vector<std::uint8_t>& h)
{
  const double b = real_at(h, 256), c = real_at(h, 260), d = real_at(h, 264), a = std::sqrt(std::max(0.0, 1.0 - (b * b + c * c + d * d)));
  const double i = real_at(h, 80), j = real_at(h, 84), k = real_at(h, 88) * real_at(h, 76);
  return {{{(a * a + b * b - c * c - d * d) * i, (2 * b * c - 2 * a * d) * j, (2 * b * d + 2 * a * c) * k, real_at(h, 268)},
           {(2 * b * c + 2 * a * d) * i, (a * a + c * c - b * b - d * d) * j, (2 * c * d - 2 * a * b) * k, real_at(h, 272)},
           {(2 * b * d - 2 * a * c) * i, (2 * c * d + 2 * a * b) * j, (a * a + d * d - c * c - b * b) * k, real_at(h, 276)}}};
}

ImageGeometry grid_turned(Turn turn)
{
  const auto axes = Rotation::from(turn);
  return ImageGeometry::make({4, 3, 2}, {0.5, 0.7, 6.0}, {-10, 20, 30}, {axes.x, axes.y, axes.z}).value();
}
}  // namespace

TEST(NiftiWriter, PutsVoxelCentresWhereTheGridDoesInRas)
{
  const nadir::testing::TemporaryFolder folder;
  const auto grid = grid_turned({11, 5, 7});
  ASSERT_TRUE(write_nifti_mask(folder.path() / "mask.nii.gz", grid, std::vector<std::uint8_t>(24, 1)));
  const auto bytes = unpacked(folder.path() / "mask.nii.gz");
  ASSERT_EQ(bytes.size(), 352u + 24u);
  const auto point = grid.voxel_to_patient(VoxelIndex{3, 2, 1});
  const std::array<double, 3> ras{-point.left, -point.posterior, point.superior};
  for (std::size_t row = 0; row < 3; ++row)
  {
    const auto at = [&](std::size_t column) { return real_at(bytes, 280 + 16 * row + 4 * column); };
    EXPECT_NEAR(3 * at(0) + 2 * at(1) + 1 * at(2) + at(3), ras[row], 1e-4);
  }
}

// The two transforms of the header must agree, else readers disagree about where the mask lies.
TEST(NiftiWriter, WritesAQuaternionThatAgreesWithTheMatrix)
{
  const nadir::testing::TemporaryFolder folder;
  for (const auto& turn : {Turn{0, 0, 0}, Turn{11, 5, 7}, Turn{90, 0, 0}, Turn{0, 0, 180}, Turn{180, 0, 0}, Turn{0, 180, 0},
                           Turn{170, 20, 185}, Turn{-90, 45, 135}})
  {
    ASSERT_TRUE(write_nifti_mask(folder.path() / "mask.nii.gz", grid_turned(turn), std::vector<std::uint8_t>(24, 0)));
    const auto bytes = unpacked(folder.path() / "mask.nii.gz");
    const auto affine = affine_of_quaternion(bytes);
    for (std::size_t row = 0; row < 3; ++row)
      for (std::size_t column = 0; column < 4; ++column)
        EXPECT_NEAR(affine[row][column], real_at(bytes, 280 + 16 * row + 4 * column), 2e-3);
  }
}

TEST(NiftiWriter, SaysWhenItCannotWrite)
{
  const auto written = write_nifti_mask("/nonexistent/mask.nii.gz", grid_turned({}), std::vector<std::uint8_t>(24, 0));
  ASSERT_FALSE(written);
  EXPECT_TRUE(written.failure().is(PhantomError::CannotWrite));
}
