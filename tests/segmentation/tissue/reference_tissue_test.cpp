#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::ChannelKind;
using segmentation::TissueClass;
using segmentation::TissueConfig;
using segmentation::TissueError;

double level_of(const segmentation::TissueMap& map, ChannelKind kind)
{
  for (const auto& level : map.reference.levels)
    if (level.channel == kind) return level.median;
  return 0.0;
}

TEST(ReferenceTissue, IsMuscleAndNoFatNorMarrow)
{
  for (const char* images : {"t1 t1c t2 adc", "t1c", "t1 t2"})
  {
    const auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0}, images);
    const auto map = classified(lesion);
    std::uint64_t wrong = 0;
    const auto& mask = map.reference.mask;
    const auto& size = lesion.volumes.geometry.size();
    for (int k = 0; k < size.k; ++k)
      for (int j = 0; j < size.j; ++j)
        for (int i = 0; i < size.i; ++i)
          if (const VoxelIndex voxel{i, j, k}; mask.contains(voxel))
          {
            const auto place = lesion.volumes.geometry.voxel_to_patient(voxel);
            const bool is_muscle = std::hypot(place.left, place.posterior) < 61.5 &&
                                   std::hypot(place.left + 6.0, place.posterior + 26.0) > 11.5;  // fat begins at 60 mm, bone ends at 13 mm
            wrong += is_muscle && !lesion.mask.contains(voxel) ? 0U : 1U;
          }
    EXPECT_GT(map.reference.voxels, 5000U) << images;
    EXPECT_LT(static_cast<double>(wrong), 0.01 * static_cast<double>(map.reference.voxels)) << images;
  }
}

TEST(ReferenceTissue, IsMuscleAlsoWhereFatIsBrightAfterContrast)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.3, .snr = 20.0, .fat_after_contrast = phantom::FatSignal::Kept}, "t1c"));
  EXPECT_NEAR(level_of(map, ChannelKind::T1Contrast), 500.0, 25.0);  // the phantom's muscle
}

TEST(ReferenceTissue, CorrectsTheShadingOfTheCoil)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.0, .snr = 30.0, .shading = 0.4}));
  ASSERT_FALSE(map.reference.levels.empty());
  EXPECT_GT(map.reference.levels.front().shading, 0.05);
}

TEST(ReferenceTissue, MayBeGivenAsAPoint)
{
  const auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  TissueConfig config;
  config.reference.point = PatientPoint{-40.0, 10.0, 0.0};  // muscle
  const auto map = classified(lesion, config);
  EXPECT_EQ(map.reference.source, segmentation::ReferenceSource::Point);
  EXPECT_NEAR(level_of(map, ChannelKind::T1), 500.0, 15.0);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 2.0);
}

TEST(ReferenceTissue, GivenInTheAirIsRefused)
{
  const auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  TissueConfig config;
  config.reference.point = PatientPoint{-70.0, -70.0, 0.0};
  const auto map = classify_tissue(lesion.mask, lesion.channels, config);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::NoReference));
}

/// Fat three times as bright as muscle, in all of the limb beneath the skin, more of it than of muscle: as 6 of 12 sarcomas have it.
PhantomLesion fatter(PhantomLesion lesion)
{
  constexpr double muscle_ends = 45.0, limb_ends = 66.0, fat = 1700.0;  // mm, mm, signal beside 500 of muscle
  const auto& geometry = lesion.volumes.geometry;
  std::mt19937 random(5);
  std::normal_distribution<double> noise(0.0, 25.0);
  std::vector<float> values;
  for (int k = 0; k < geometry.size().k; ++k)
    for (int j = 0; j < geometry.size().j; ++j)
      for (int i = 0; i < geometry.size().i; ++i)
      {
        const VoxelIndex voxel{i, j, k};
        const auto place = geometry.voxel_to_patient(voxel);
        const double radius = std::hypot(place.left, place.posterior);
        const bool is_fat = radius > muscle_ends && radius < limb_ends && !lesion.mask.contains(voxel);
        values.push_back(is_fat ? static_cast<float>(fat + noise(random)) : lesion.volumes.t1->value(voxel));
      }
  lesion.channels.t1->image = std::make_shared<imaging::Volume>(geometry, imaging::StoredVoxels(std::move(values)),
                                                                std::vector<imaging::Rescale>(static_cast<std::size_t>(geometry.size().k)));
  return lesion;
}

TEST(ReferenceTissue, IsMuscleAlsoWhereFatIsTheCommonerTissueAndThreeTimesAsBright)
{
  const auto map = classified(fatter(phantom_lesion({.core_fraction = 0.3, .snr = 20.0}, "t1")));
  EXPECT_NEAR(level_of(map, ChannelKind::T1), 500.0, 50.0);
}

TEST(ReferenceTissue, MayBeGivenAsAMask)
{
  const auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  TissueConfig config;
  config.reference.mask =
      segmentation::Mask::from_box(lesion.volumes.geometry, {{24, 60, 10}, {8, 8, 4}}, std::vector<std::uint8_t>(256, 1));
  const auto map = classified(lesion, config);
  EXPECT_EQ(map.reference.voxels, 256U);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 2.0);
}

TEST(ReferenceTissue, OutsideTheImageIsRefused)
{
  TissueConfig config;
  config.reference.point = PatientPoint{500.0, 0.0, 0.0};
  const auto lesion = phantom_lesion({});
  const auto map = classify_tissue(lesion.mask, lesion.channels, config);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::NoReference));
}
}  // namespace
}  // namespace nadir::testing
