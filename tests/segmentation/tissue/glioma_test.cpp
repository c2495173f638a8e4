// Gliomas with expert labels (BraTS 2013: T1 after contrast and FLAIR, z-scored, 1 mm). The rule for liquid without T2 and ADC was chosen
// while looking at these two.
#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

#include "imaging/volume/file/read_volume_file.h"
#include "segmentation/tissue/classify_tissue.h"
#include "tests/support/test_data.h"

namespace nadir::testing
{
namespace
{
using segmentation::Mask;
using segmentation::TissueChannel;
using segmentation::TissueClass;

class Glioma : public ::testing::TestWithParam<const char*>
{
};

Mask mask_of(const imaging::Volume& labels, const std::vector<int>& wanted)
{
  std::vector<std::uint8_t> voxels;
  for (int k = 0; k < labels.geometry().size().k; ++k)
    for (const float value : labels.slice(k))
      voxels.push_back(std::ranges::find(wanted, static_cast<int>(std::lround(value))) != wanted.end() ? 1 : 0);
  return Mask::from_grid(labels.geometry(), voxels);
}

double dice(const Mask& a, const Mask& b)
{
  const auto& box = a.box();
  double both = 0.0;
  for (int k = box.first.k; k < box.first.k + box.size.k; ++k)
    for (int j = box.first.j; j < box.first.j + box.size.j; ++j)
      for (int i = box.first.i; i < box.first.i + box.size.i; ++i) both += a.contains({i, j, k}) && b.contains({i, j, k}) ? 1.0 : 0.0;
  return 2.0 * both / static_cast<double>(a.count() + b.count());
}

TEST_P(Glioma, NecrosisWithinTheEnhancingRimAgreesWithTheExpert)
{
  const auto folder = test_data() / "brats" / GetParam();
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  const auto t1c = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(t1c && labels);
  const auto lesion = mask_of(*labels->volume, {1, 4}), necrosis = mask_of(*labels->volume, {1});
  segmentation::TissueChannels channels;
  channels.t1c = TissueChannel{.image = t1c->volume, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
  const auto map = classify_tissue(lesion, channels);
  ASSERT_TRUE(map) << map.failure().message();
  const auto& part = map->part(TissueClass::Necrosis);
  const double truth = static_cast<double>(necrosis.count()) / static_cast<double>(lesion.count());
  EXPECT_GT(dice(part.mask, necrosis), 0.85);
  EXPECT_NEAR(part.fraction.value, truth, 0.05);
  EXPECT_LE(part.fraction.low, truth);
  EXPECT_GE(part.fraction.high, truth);
}

// A reader with fresh eyes gave the FLAIR image as T2: necrosis fell from 42 to 0 % without a word.
TEST_P(Glioma, AFlairImageGivenAsT2IsWarnedOf)
{
  const auto folder = test_data() / "brats" / GetParam();
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  const auto t1c = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             flair = imaging::read_volume_file(folder / "Flair_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(t1c && flair && labels);
  segmentation::TissueChannels channels;
  channels.t1c = TissueChannel{.image = t1c->volume, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
  channels.t2 = TissueChannel{.image = flair->volume, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
  const auto map = classify_tissue(mask_of(*labels->volume, {1, 4}), channels);
  ASSERT_TRUE(map) << map.failure().message();
  EXPECT_THAT(map->warnings, ::testing::Contains(::testing::HasSubstr("this may be a FLAIR")));
  channels.t2.reset();
  const auto without = classify_tissue(mask_of(*labels->volume, {1, 4}), channels);
  ASSERT_TRUE(without);
  const auto told = without->part(TissueClass::Necrosis).fraction.value;
  EXPECT_LE(map->part(TissueClass::Necrosis).fraction.low, told);
  EXPECT_GE(map->part(TissueClass::Necrosis).fraction.high, told);
}

/// The whole core (necrosis 1, tumour that does not enhance 3, enhancing tumour 4) classified by T1 after contrast alone, as `seen` leaves
/// it: Dice of necrosis above `least_dice`, its share within 5 points of the expert's.
template <class Seen> void expect_necrosis_of_whole_core(const std::filesystem::path& folder, Seen seen, double least_dice)
{
  const auto t1c = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(t1c && labels);
  const auto lesion = mask_of(*labels->volume, {1, 3, 4}), necrosis = mask_of(*labels->volume, {1});
  segmentation::TissueChannels channels;
  channels.t1c = TissueChannel{.image = seen(t1c->volume), .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
  const auto map = classify_tissue(lesion, channels);
  ASSERT_TRUE(map) << map.failure().message();
  const auto& part = map->part(TissueClass::Necrosis);
  EXPECT_GT(dice(part.mask, necrosis), least_dice);
  EXPECT_NEAR(part.fraction.value, static_cast<double>(necrosis.count()) / static_cast<double>(lesion.count()), 0.05);
}

TEST_P(Glioma, NecrosisIsToldFromTumourThatDoesNotEnhance)
{
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  expect_necrosis_of_whole_core(
      test_data() / "brats" / GetParam(), [](const auto& volume) { return volume; }, 0.70);
}

/// The image with noise of a part of white matter's signal (0 of these z-scored images is 6.2 and 3.5 below it) within the head.
std::shared_ptr<const imaging::Volume> noisy(const imaging::Volume& image, double part)
{
  std::vector<float> values;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k)) values.push_back(value);
  const float air = values.front();
  std::mt19937_64 generator(11);
  std::normal_distribution<float> normal(0.0F, static_cast<float>(part) * -air);
  for (float& value : values)
    if (value != air) value += normal(generator);
  return std::make_shared<const imaging::Volume>(image.geometry(), std::move(values),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(image.geometry().size().k)));
}

// With 8 % of noise the whole core of 0004 was 33 to 37 % necrosis, where the expert has 17.
TEST_P(Glioma, NecrosisIsToldFromTumourThatDoesNotEnhanceThroughNoise)
{
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  expect_necrosis_of_whole_core(
      test_data() / "brats" / GetParam(), [](const auto& volume) { return noisy(*volume, 0.08); }, 0.72);
}

/// Slices of `thickness` mm made of those of 1 mm.
std::shared_ptr<const imaging::Volume> thickened(const imaging::Volume& image, int thickness)
{
  const auto& grid = image.geometry();
  const GridSize size{grid.size().i, grid.size().j, grid.size().k / thickness};
  std::vector<float> values(size.voxels(), 0.0F);
  const auto in_slice = static_cast<std::size_t>(size.i) * static_cast<std::size_t>(size.j);
  for (int k = 0; k < size.k * thickness; ++k)
  {
    auto value = values.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(k / thickness) * in_slice);
    for (const float thin : image.slice(k)) *value++ += thin / static_cast<float>(thickness);
  }
  const auto first = grid.voxel_to_patient(ContinuousVoxelIndex{0.0, 0.0, 0.5 * (thickness - 1)});
  const VoxelSpacing spacing{grid.spacing().i, grid.spacing().j, thickness * grid.spacing().k};
  return std::make_shared<const imaging::Volume>(ImageGeometry::make(size, spacing, first, grid.axes()).value(), std::move(values),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
}

std::string text_of(const std::vector<std::string>& sentences)
{
  std::string text;
  for (const auto& sentence : sentences) text += sentence + "\n";
  return text;
}

// Slices of 4 mm mixed brain with the air beyond it; the mixture passed for suppressed fat beneath skin, the brain for a limb, and of the
// same core 84 % were necrosis instead of 19 %.
TEST_P(Glioma, NecrosisMeansTheSameOnThickSlices)
{
  const auto folder = test_data() / "brats" / GetParam();
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  const auto t1c = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(t1c && labels);
  const auto lesion = mask_of(*labels->volume, {1, 3, 4}), necrosis = mask_of(*labels->volume, {1});
  const double truth = static_cast<double>(necrosis.count()) / static_cast<double>(lesion.count());
  for (const int thickness : {2, 3, 4, 5, 6})
  {
    SCOPED_TRACE(thickness);
    segmentation::TissueChannels channels;
    channels.t1c = TissueChannel{.image = thickened(*t1c->volume, thickness), .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
    const auto map = classify_tissue(lesion, channels);
    ASSERT_TRUE(map) << map.failure().message();
    const auto& fraction = map->part(TissueClass::Necrosis).fraction;
    EXPECT_NEAR(fraction.value, truth, 0.10);
    EXPECT_LE(fraction.low, truth);
    EXPECT_GE(fraction.high, truth);
    EXPECT_THAT(text_of(map->undecided), ::testing::HasSubstr("as dark after contrast as liquid"));
  }
}

/// The image as it may have been before contrast: what enhances is 0.85 of white matter, nothing brighter than 1.25, a fifth weaker gain.
std::shared_ptr<const imaging::Volume> before_contrast(const imaging::Volume& image, const Mask& enhancing)
{
  std::vector<float> values;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k)) values.push_back(value);
  const float air = values.front();
  std::vector<float> head;
  std::ranges::copy_if(values, std::back_inserter(head), [air](float value) { return value != air; });
  std::ranges::nth_element(head, head.begin() + static_cast<std::ptrdiff_t>(head.size() / 2));
  const float middle = head[head.size() / 2] - air;
  std::size_t n = 0;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (int j = 0; j < image.geometry().size().j; ++j)
      for (int i = 0; i < image.geometry().size().i; ++i, ++n)
        values[n] = 0.8F * (enhancing.contains({i, j, k}) ? 0.85F * middle : std::min(values[n] - air, 1.25F * middle));
  return std::make_shared<const imaging::Volume>(image.geometry(), std::move(values),
                                                 std::vector<imaging::Rescale>(static_cast<std::size_t>(image.geometry().size().k)));
}

/// What is said of a lesion: the refusal, or all warnings.
std::string said_of(const Mask& lesion, const segmentation::TissueChannels& channels)
{
  const auto map = classify_tissue(lesion, channels);
  return map ? text_of(map->warnings) : map.failure().message();
}

// A sixth of 0004 enhances: the images given the wrong way round passed without a word.
TEST_P(Glioma, ExchangedT1ImagesAreNoticedOnThickSlicesToo)
{
  const auto folder = test_data() / "brats" / GetParam();
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam());
  const auto after = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(after && labels);
  const auto lesion = mask_of(*labels->volume, {1, 3, 4});
  const auto before = before_contrast(*after->volume, mask_of(*labels->volume, {4}));
  for (const int thickness : {1, 4, 5, 6})
  {
    SCOPED_TRACE(thickness);
    segmentation::TissueChannels channels;
    channels.t1 = TissueChannel{.image = thickened(*before, thickness), .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
    channels.t1c =
        TissueChannel{.image = thickened(*after->volume, thickness), .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
    EXPECT_THAT(said_of(lesion, channels), ::testing::Not(::testing::HasSubstr("exchanged")));
    std::swap(channels.t1, channels.t1c);
    EXPECT_THAT(said_of(lesion, channels), ::testing::HasSubstr("exchanged"));
  }
}

/// Labels of the expert (3 does not enhance, 4 enhances), and the most that may be called necrosis where the expert saw none.
struct Solid
{
  const char* glioma;
  std::vector<int> labels;
  double most;
};

void PrintTo(const Solid& solid, std::ostream* out)
{
  *out << solid.glioma << ", labels";
  for (const int label : solid.labels) *out << " " << label;
}

class GliomaWithoutNecrosis : public ::testing::TestWithParam<Solid>
{
};

TEST_P(GliomaWithoutNecrosis, IsNotCutIntoLivingAndDead)
{
  const auto folder = test_data() / "brats" / GetParam().glioma;
  NADIR_NEEDS_TEST_DATA(std::filesystem::path("brats") / GetParam().glioma);
  const auto t1c = imaging::read_volume_file(folder / "T1c_subtrMeanDivStd.nii.gz"),
             labels = imaging::read_volume_file(folder / "OTMultiClass.nii.gz");
  ASSERT_TRUE(t1c && labels);
  segmentation::TissueChannels channels;
  channels.t1c = TissueChannel{.image = t1c->volume, .mask_to_image = {}, .fat = segmentation::FatSignal::Unknown};
  const auto map = classify_tissue(mask_of(*labels->volume, GetParam().labels), channels);
  ASSERT_TRUE(map) << map.failure().message();
  const auto& fraction = map->part(TissueClass::Necrosis).fraction;
  EXPECT_LT(fraction.value, GetParam().most);
  EXPECT_EQ(fraction.low, 0.0);
}

// Split by brightness alone, these were 82, 29, 18 and 2 % "necrosis".
INSTANTIATE_TEST_SUITE_P(Brats2013, GliomaWithoutNecrosis,
                         ::testing::Values(Solid{"brats_2013_pat0004_1", {3, 4}, 0.06}, Solid{"brats_2013_pat0004_1", {4}, 0.02},
                                           Solid{"brats_2013_pat0005_1", {3, 4}, 0.02}, Solid{"brats_2013_pat0005_1", {4}, 0.02}));
INSTANTIATE_TEST_SUITE_P(Brats2013, Glioma, ::testing::Values("brats_2013_pat0004_1", "brats_2013_pat0005_1"));
}  // namespace
}  // namespace nadir::testing
