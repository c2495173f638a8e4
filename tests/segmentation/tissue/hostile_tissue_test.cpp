#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::Mask;
using segmentation::TissueChannel;
using segmentation::TissueClass;
using segmentation::TissueError;
using segmentation::VoxelBox;
using ::testing::HasSubstr;

Mask box_mask(const ImageGeometry& geometry, VoxelBox box)
{
  return Mask::from_box(geometry, box, std::vector<std::uint8_t>(box.size.voxels(), 1));
}

/// Values of a volume after a function.
template <class Change> std::shared_ptr<const imaging::Volume> changed(const imaging::Volume& volume, Change change, std::string unit = {})
{
  std::vector<float> values;
  for (int k = 0; k < volume.geometry().size().k; ++k)
    for (const float value : volume.slice(k)) values.push_back(change(value));
  return std::make_shared<const imaging::Volume>(volume.geometry(), values, volume.rescale(), std::move(unit));
}

TEST(HostileTissue, RefusesAnEmptyMask)
{
  auto lesion = phantom_lesion({});
  const auto map = classify_tissue(Mask::from_box(lesion.volumes.geometry, {}, {}), lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::EmptyLesion));
}

TEST(HostileTissue, RefusesToWorkWithoutImages)
{
  const auto lesion = phantom_lesion({}, "");
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::NoChannel));
}

TEST(HostileTissue, RefusesImagesThatLieElsewhere)
{
  auto lesion = phantom_lesion({}, "adc");
  const auto& adc = *lesion.volumes.adc;
  const auto away = *ImageGeometry::make(adc.geometry().size(), adc.geometry().spacing(),
                                         adc.geometry().origin() + PatientVector{900, 0, 0}, adc.geometry().axes());
  lesion.channels.adc->image = std::make_shared<const imaging::Volume>(away, adc.stored(), adc.rescale(), adc.unit());
  EXPECT_FALSE(classify_tissue(lesion.mask, lesion.channels));
}

TEST(HostileTissue, SaysOfTheMaskOfAnotherPatientThatNoImageCoversIt)
{
  auto lesion = phantom_lesion({}, "t1 t1c");
  for (auto* channel : {&lesion.channels.t1, &lesion.channels.t1c})
  {
    const auto& image = *(*channel)->image;
    const auto away = *ImageGeometry::make(image.geometry().size(), image.geometry().spacing(),
                                           image.geometry().origin() + PatientVector{170, 0, 0}, image.geometry().axes());
    (*channel)->image = std::make_shared<const imaging::Volume>(away, image.stored(), image.rescale(), image.unit());
  }
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_NE(map.failure().message().find("covers the lesion"), std::string::npos) << map.failure().message();
}

TEST(HostileTissue, AsksWhenTheT1ImagesLookExchanged)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0, .fat_after_contrast = phantom::FatSignal::Kept});
  std::swap(lesion.channels.t1, lesion.channels.t1c);
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::ContrastOrder));
  EXPECT_THAT(map.failure().message(), HasSubstr("exchanged"));
}

TEST(HostileTissue, SaysThatFlairAloneDoesNotDo)
{
  auto lesion = phantom_lesion({}, "t2");
  std::swap(lesion.channels.t2, lesion.channels.flair);
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_THAT(map.failure().message(), HasSubstr("FLAIR is the only image"));
}

TEST(HostileTissue, AsksAlsoWhenTheExchangedImageHadItsFatSuppressed)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  std::swap(lesion.channels.t1, lesion.channels.t1c);
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::ContrastOrder));
}

TEST(HostileTissue, DoesNotTakeALesionWithoutUptakeForExchangedImages)
{
  EXPECT_GT(percent_of(classified(phantom_lesion({.core_fraction = 1.0, .snr = 15.0})), TissueClass::Necrosis), 97.0);
}

TEST(HostileTissue, WorksOnALesionOfAFewVoxels)
{
  auto lesion = phantom_lesion({.core_fraction = 0.5});
  lesion.mask = box_mask(lesion.volumes.geometry, {{54, 67, 12}, {2, 1, 1}});
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 100.0, 1e-9);  // two voxels in the middle of the core
  EXPECT_FALSE(map.warnings.empty());
}

TEST(HostileTissue, WorksOnALesionThatTheImageCutsOff)
{
  auto lesion = phantom_lesion({.size = {110, 110, 8}, .core_fraction = 0.3, .snr = 20.0});  // 32 mm of a lesion 64 mm high
  const auto map = classified(lesion);
  const double count = static_cast<double>(std::count(lesion.volumes.core.begin(), lesion.volumes.core.end(), std::uint8_t{1}));
  EXPECT_NEAR(map.part(TissueClass::Necrosis).fraction.value, count / static_cast<double>(lesion.mask.count()), 0.03);
}

TEST(HostileTissue, ReadsImagesOfOtherGridsAndOrientations)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  phantom::TissueVolumePlan finer{
      .size = {154, 154, 34}, .spacing = {1.0, 1.0, 3.0}, .slice_thickness = 3.0, .core_fraction = 0.3, .snr = 20.0};
  lesion.channels.adc->image = phantom::make_tissue_volumes(finer).adc;
  // The same voxels stored as a sagittal stack: i runs along the feet, j along the back, k along the left.
  const auto& t2 = *lesion.volumes.t2;
  const auto& size = t2.geometry().size();
  std::vector<float> turned;
  for (int i = 0; i < size.i; ++i)
    for (int j = 0; j < size.j; ++j)
      for (int k = size.k - 1; k >= 0; --k) turned.push_back(t2.value({i, j, k}));
  const auto geometry =
      *ImageGeometry::make({size.k, size.j, size.i}, {t2.geometry().spacing().k, t2.geometry().spacing().j, t2.geometry().spacing().i},
                           t2.geometry().voxel_to_patient(VoxelIndex{0, 0, size.k - 1}), {{0, 0, -1}, {0, 1, 0}, {1, 0, 0}});
  lesion.channels.t2->image =
      std::make_shared<const imaging::Volume>(geometry, turned, std::vector<imaging::Rescale>(static_cast<std::size_t>(size.i)));
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 2.0);
  EXPECT_NEAR(map.part(TissueClass::Necrosis).adc->summary.median, 2300.0, 80.0);
}

TEST(HostileTissue, WorksOnZScoredImagesWithNegativeValues)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  const auto z_scored = [](float value) { return (value - 300.0F) / 250.0F; };
  lesion.channels.t1->image = changed(*lesion.volumes.t1, z_scored);
  lesion.channels.t1c->image = changed(*lesion.volumes.t1_post_contrast, z_scored);
  lesion.channels.t2->image = changed(*lesion.volumes.t2, z_scored);
  const auto map = classified(lesion);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 2.5);
}

TEST(HostileTissue, DoesNotDependOnTheGainOfAnImage)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  const auto before = label_map(classified(lesion));
  lesion.channels.t1->image = changed(*lesion.volumes.t1, [](float value) { return 4.0F * value; });
  EXPECT_EQ(label_map(classified(lesion)), before);
}

TEST(HostileTissue, TurnsAdcUnitsIntoItsOwn)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 30.0});
  lesion.channels.adc->image = changed(
      *lesion.volumes.adc, [](float value) { return 1e-6F * value; }, "mm2/s");
  EXPECT_NEAR(classified(lesion).part(TissueClass::Necrosis).adc->summary.median, 2300.0, 60.0);
}

TEST(HostileTissue, AsksForTheUnitOfAnAdcMapThatFitsNone)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3});
  lesion.channels.adc->image = changed(*lesion.volumes.adc, [](float value) { return 15.0F * value; });
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::AdcUnit));
}

TEST(HostileTissue, SurvivesImagesOfOneValue)
{
  auto lesion = phantom_lesion({});
  for (auto* channel : {&lesion.channels.t1, &lesion.channels.t1c, &lesion.channels.t2})
    (*channel)->image = changed(*lesion.volumes.t1, [](float) { return 0.0F; });
  const auto map = classify_tissue(lesion.mask, lesion.channels);
  ASSERT_FALSE(map);
  EXPECT_TRUE(map.failure().is(TissueError::NoReference));
}

TEST(HostileTissue, LeavesOutVoxelsThatAreNoNumber)
{
  auto lesion = phantom_lesion({.core_fraction = 0.3, .snr = 20.0});
  int n = 0;
  lesion.channels.adc->image = changed(
      *lesion.volumes.adc, [&n](float value) { return ++n % 7 == 0 ? std::nanf("") : value; }, "1e-6 mm2/s");
  EXPECT_NEAR(percent_of(classified(lesion), TissueClass::Necrosis), 30.0, 3.0);
}
}  // namespace
}  // namespace nadir::testing
