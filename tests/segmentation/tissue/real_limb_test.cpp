// Twelve soft-tissue sarcomas with expert contours (../shared/data/sts, T1 before contrast). Their preparation set the fat of every image
// to about 945, so muscle (T1 of 1 s against 0.3 s) lies far below half of that. Uptake is put into them, so the dead part is known
// exactly.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "segmentation/lesion/training/training_case.h"
#include "segmentation/tissue/distance_field.h"
#include "tests/segmentation/tissue/phantom_lesion.h"
#include "tests/support/test_data.h"

namespace nadir::testing
{
namespace
{
using segmentation::Mask;
using segmentation::TissueChannel;
using segmentation::TissueClass;
using segmentation::lesion::read_training_case;
using segmentation::lesion::TrainingCase;

constexpr double fat_level = 945.0, muscle_level = 300.0;

class RealLimb : public ::testing::TestWithParam<const char*>
{
protected:
  void SetUp() override
  {
    const auto part = std::filesystem::path("sts") / GetParam();
    NADIR_NEEDS_TEST_DATA(part);
    auto read = read_training_case(test_data() / part);
    ASSERT_TRUE(read) << read.failure().message();
    sample = std::make_unique<TrainingCase>(*std::move(read));
  }

  TissueChannel t1() const { return {.image = sample->image, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown}; }

  std::unique_ptr<TrainingCase> sample;
};

/// One byte a voxel: the share of the mask that lies deepest.
std::vector<std::uint8_t> deepest_part(const Mask& mask, double share)
{
  const auto& size = mask.geometry().size();
  std::vector<std::uint8_t> outside(size.voxels(), 1), core(size.voxels(), 0);
  std::vector<float> depths;
  const auto each = [&](auto visit)
  {
    std::size_t n = 0;
    for (int k = 0; k < size.k; ++k)
      for (int j = 0; j < size.j; ++j)
        for (int i = 0; i < size.i; ++i, ++n)
          if (mask.contains({i, j, k})) visit(n);
  };
  each([&](std::size_t n) { outside[n] = 0; });
  const auto depth = segmentation::distance_field(outside, size, mask.geometry().spacing());
  each([&](std::size_t n) { depths.push_back(depth[n]); });
  const auto place = depths.begin() + static_cast<std::ptrdiff_t>((1.0 - share) * static_cast<double>(depths.size() - 1));
  std::nth_element(depths.begin(), place, depths.end());
  each([&](std::size_t n) { core[n] = share > 0.0 && depth[n] > *place ? 1 : 0; });
  return core;
}

/// The T1 image with muscle and living tumour brightened as by contrast, in another gain, with noise.
std::shared_ptr<const imaging::Volume> after_contrast(const TrainingCase& sample, const std::vector<std::uint8_t>& core)
{
  const auto& size = sample.image->geometry().size();
  std::mt19937 random(7);
  std::normal_distribution<double> noise(0.0, 0.05 * muscle_level);
  std::vector<float> values;
  std::size_t n = 0;
  for (int k = 0; k < size.k; ++k)
  {
    const auto slice = sample.image->slice(k);
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i, ++n)
      {
        const double before =
            static_cast<double>(slice[static_cast<std::size_t>(j) * static_cast<std::size_t>(size.i) + static_cast<std::size_t>(i)]);
        const bool is_lesion = sample.truth.contains({i, j, k});
        const double uptake = is_lesion ? (core[n] != 0 ? 0.0 : 1.1) : before > 100.0 ? 0.12 : 0.0;
        values.push_back(static_cast<float>(std::abs(1.3 * (before + uptake * muscle_level) + noise(random))));
      }
  }
  return std::make_shared<imaging::Volume>(sample.image->geometry(), imaging::StoredVoxels(std::move(values)),
                                           std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
}

TEST_P(RealLimb, ItsReferenceIsMuscleAndNotFat)
{
  const auto map = classify_tissue(sample->truth, {t1(), {}, {}, {}, {}});
  ASSERT_TRUE(map) << map.failure().message();
  EXPECT_NEAR(map->reference.levels.front().median, muscle_level, 0.3 * muscle_level);
  EXPECT_LT(map->reference.levels.front().median, 0.5 * fat_level);
}

TEST_P(RealLimb, ItsDeadShareIsFoundByContrastUptake)
{
  for (const double share : {0.0, 0.4, 0.8})
  {
    const auto core = deepest_part(sample->truth, share);
    const double truth = static_cast<double>(std::ranges::count(core, 1)) / static_cast<double>(sample->truth.count());
    const TissueChannel t1c{.image = after_contrast(*sample, core), .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
    for (const bool has_t1 : {true, false})
    {
      const auto map = classify_tissue(sample->truth, {has_t1 ? std::optional(t1()) : std::nullopt, t1c, {}, {}, {}});
      ASSERT_TRUE(map) << map.failure().message();
      const auto& dead = map->part(TissueClass::Necrosis).fraction;
      // Blood and fat of the tumour itself, bright before contrast, are no necrosis: they may take up to a tenth.
      EXPECT_NEAR(dead.value, truth, share == 0.0 ? 0.02 : 0.1) << GetParam() << (has_t1 ? " with" : " without") << " T1";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sarcoma, RealLimb,
                         ::testing::Values("STS_001", "STS_002", "STS_003", "STS_005", "STS_008", "STS_017", "STS_022", "STS_025",
                                           "STS_037", "STS_042", "STS_044", "STS_046"),
                         [](const auto& test) { return std::string(test.param); });
}  // namespace
}  // namespace nadir::testing
