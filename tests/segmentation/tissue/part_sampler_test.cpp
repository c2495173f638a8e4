#include "segmentation/tissue/part_sampler.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>

#include "imaging/volume/float_image.h"

namespace nadir::segmentation
{
namespace
{
const GridSize whole{9, 7, 5};

ImageGeometry grid_of(GridSize size) { return ImageGeometry::make(size, {0.8, 1.1, 4.0}, {-3, 5, 11}, GridAxes{}).value(); }

/// Every slice has its own rescale, as Philips images have.
template <class Stored> imaging::Volume volume_of(std::vector<Stored> values)
{
  return imaging::Volume(grid_of(whole), std::move(values), {{1.0, 0.0}, {0.5, 3.0}, {2.0, -7.0}, {1.25, 0.1}, {1.0, 100.0}});
}

template <class Stored> imaging::Volume random_volume()
{
  std::mt19937 random(7);
  std::vector<Stored> values(whole.voxels());
  for (auto& value : values) value = static_cast<Stored>(random() % 200);
  return volume_of(std::move(values));
}

/// The box of a volume as an image of its own, voxel by voxel.
imaging::FloatImage cut(const imaging::Volume& volume, const VoxelBox& box)
{
  imaging::FloatImage part{grid_of(box.size), {}};
  for (int k = 0; k < box.size.k; ++k)
    for (int j = 0; j < box.size.j; ++j)
      for (int i = 0; i < box.size.i; ++i) part.values.push_back(volume.value({box.first.i + i, box.first.j + j, box.first.k + k}));
  return part;
}

template <class Stored> void expect_as_cut(const imaging::Volume& volume, const VoxelBox& box)
{
  const PartSampler sampler(std::get<std::vector<Stored>>(volume.stored()), volume, box);
  const auto part = cut(volume, box);
  for (double k = -0.75; k < box.size.k; k += 0.25)
    for (double j = -0.75; j < box.size.j; j += 0.25)
      for (double i = -0.75; i < box.size.i; i += 0.25)
      {
        const auto expected = sample(part, ContinuousVoxelIndex{i, j, k});
        const float found = sampler({i, j, k});
        if (expected) ASSERT_EQ(found, *expected) << i << ' ' << j << ' ' << k;
        else ASSERT_TRUE(std::isnan(found)) << i << ' ' << j << ' ' << k;
      }
}

TEST(PartSampler, ReadsWhatAnImageOfTheBoxAloneWouldGive)
{
  expect_as_cut<std::int16_t>(random_volume<std::int16_t>(), {{2, 1, 1}, {5, 4, 3}});
  expect_as_cut<std::uint8_t>(random_volume<std::uint8_t>(), {{0, 0, 0}, whole});
  expect_as_cut<float>(random_volume<float>(), {{8, 6, 4}, {1, 1, 1}});
}

TEST(PartSampler, LeavesOutWhatIsNotFiniteOnlyWhereItCounts)
{
  std::vector<float> values(whole.voxels(), 5.0F);
  values[whole.voxels() / 2] = std::numeric_limits<float>::quiet_NaN();
  values[3] = std::numeric_limits<float>::infinity();
  expect_as_cut<float>(volume_of(std::move(values)), {{0, 0, 0}, whole});
}

TEST(PartSampler, HasNoValueAtAPlaceThatIsNoNumber)
{
  const auto volume = random_volume<float>();
  const PartSampler sampler(std::get<std::vector<float>>(volume.stored()), volume, {{0, 0, 0}, whole});
  EXPECT_TRUE(std::isnan(sampler({std::numeric_limits<double>::quiet_NaN(), 1, 1})));
}
}  // namespace
}  // namespace nadir::segmentation
