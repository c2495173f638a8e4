// One sarcoma examination in five lacks contrast or diffusion: what is left must be said, and said to be less.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include <cmath>
#include <vector>

#include "tests/segmentation/tissue/phantom_lesion.h"

namespace nadir::testing
{
namespace
{
using segmentation::NecrosisSupport;
using segmentation::TissueClass;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const phantom::TissueVolumePlan third{.core_fraction = 0.3, .snr = 15.0};

/// The T1 image with muscle in the place of everything bright outside the lesion.
PhantomLesion without_fat_around(PhantomLesion lesion)
{
  const auto& image = *lesion.volumes.t1;
  std::vector<float> values;
  for (int k = 0; k < image.geometry().size().k; ++k)
    for (const float value : image.slice(k)) values.push_back(value);
  const float body = 0.15F * *std::max_element(values.begin(), values.end());
  std::vector<float> outside;
  for (std::size_t n = 0; n < values.size(); ++n)
    if (lesion.volumes.lesion[n] == 0 && values[n] > body) outside.push_back(values[n]);
  std::nth_element(outside.begin(), outside.begin() + static_cast<std::ptrdiff_t>(outside.size() / 2), outside.end());
  const float muscle = outside[outside.size() / 2];
  for (std::size_t n = 0; n < values.size(); ++n)
    if (lesion.volumes.lesion[n] == 0 && values[n] > 1.3F * muscle) values[n] = muscle;
  const std::vector<imaging::Rescale> plain(static_cast<std::size_t>(image.geometry().size().k));
  lesion.channels.t1->image = std::make_shared<const imaging::Volume>(image.geometry(), std::move(values), plain);
  return lesion;
}

double width_of(const segmentation::TissueMap& map)
{
  const auto& band = map.part(TissueClass::Necrosis).fraction;
  return band.high - band.low;
}

TEST(MissingSequence, ContrastAloneFindsTheNonEnhancingPart)
{
  const auto map = classified(phantom_lesion(third, "t1c"));
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 3.0);
  EXPECT_EQ(map.support, NecrosisSupport::None);
  EXPECT_THAT(map.undecided, Contains(HasSubstr("neither T2 nor ADC")));
  EXPECT_FALSE(map.part(TissueClass::Haemorrhage).is_decidable);
  EXPECT_FALSE(map.part(TissueClass::Fat).is_decidable);
}

TEST(MissingSequence, WithoutContrastNothingIsCalledViable)
{
  const auto map = classified(phantom_lesion(third, "t1 t2 adc"));
  EXPECT_FALSE(map.part(TissueClass::Viable).is_decidable);
  EXPECT_EQ(map.part(TissueClass::Viable).mask.count(), 0U);
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 4.0);
  EXPECT_EQ(map.support, NecrosisSupport::NoContrast);
  EXPECT_THAT(map.undecided, Contains(HasSubstr("no T1 image after contrast")));
}

TEST(MissingSequence, WithoutContrastALesionOfOneTissueHasAWideBandAndAWordOfMyxoidTumour)
{
  const auto both = classified(phantom_lesion(third, "t2 adc"));
  EXPECT_THAT(both.undecided, Not(Contains(HasSubstr("myxoid tumour cannot be told"))));
  const auto one = classified(phantom_lesion({.core_fraction = 0.0, .snr = 30.0}, "t2 adc"));
  EXPECT_THAT(one.undecided, Contains(HasSubstr("myxoid tumour cannot be told")));
}

// Myxoid liposarcoma and myxofibrosarcoma have an ADC of 1.9 to 2.4 and are as bright as liquid on T2: all of this lesion may live.
TEST(MissingSequence, WithoutContrastTheBandOfALesionThatLooksAllLiquidReachesFromNothing)
{
  for (const auto* images : {"t2 adc", "t2", "adc"})
  {
    const auto map = classified(phantom_lesion({.core_fraction = 1.0, .snr = 30.0}, images));
    EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.0)) << images;
    EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 1.0)) << images;
    EXPECT_TRUE(covers(map.part(TissueClass::Indeterminate).fraction, 1.0)) << images;
  }
  EXPECT_GT(classified(phantom_lesion({.core_fraction = 1.0, .snr = 30.0}, "t1c t2 adc")).part(TissueClass::Necrosis).fraction.low, 0.85);
}

// A lipomatous part is as dark as dead tissue where fat is suppressed: 39 % (32-48) were called necrosis without a word, where 20 were dead
// and 19 fat.
TEST(MissingSequence, SuppressedFatThatMayPassForNecrosisIsSaidAndInTheBand)
{
  const phantom::TissueVolumePlan plan{.core = phantom::Tissue::Fat, .core_fraction = 0.25, .snr = 20.0};
  const auto map = classified(phantom_lesion(plan, "t1c"));
  EXPECT_THAT(map.undecided, Contains(HasSubstr("as dark as the suppressed fat around it")));
  EXPECT_TRUE(covers(map.part(TissueClass::Necrosis).fraction, 0.0)) << map.part(TissueClass::Necrosis).fraction.low;
  EXPECT_THAT(classified(phantom_lesion(plan, "t1 t1c")).undecided, Not(Contains(HasSubstr("suppressed fat"))));
}

TEST(MissingSequence, NecrosisThatIsBrighterThanSuppressedFatNeedsNoWordOfFat)
{
  const auto map = classified(phantom_lesion({.core_fraction = 0.3, .snr = 20.0}, "t1c"));
  EXPECT_THAT(map.undecided, Not(Contains(HasSubstr("suppressed fat"))));
}

TEST(MissingSequence, DiffusionAloneNeedsNoReference)
{
  const auto map = classified(phantom_lesion(third, "adc"));
  EXPECT_NEAR(percent_of(map, TissueClass::Necrosis), 30.0, 5.0);
  EXPECT_EQ(map.reference.voxels, 0U);
}

TEST(MissingSequence, T1AloneDecidesNothingButBloodAndFat)
{
  const auto map = classified(phantom_lesion(third, "t1"));
  EXPECT_FALSE(map.part(TissueClass::Viable).is_decidable);
  EXPECT_FALSE(map.part(TissueClass::Necrosis).is_decidable);
  EXPECT_GT(percent_of(map, TissueClass::Indeterminate), 90.0);
}

// Found by a reader with fresh eyes: two lesions of equal signal on one T1 were called 100 % haemorrhage and 100 % fat.
TEST(MissingSequence, T1AloneWithoutFatAroundDoesNotTellBloodFromFat)
{
  const auto map =
      classified(without_fat_around(phantom_lesion({.core = phantom::Tissue::Haemorrhage, .core_fraction = 0.4, .snr = 30.0}, "t1")));
  EXPECT_FALSE(map.part(TissueClass::Haemorrhage).is_decidable);
  EXPECT_FALSE(map.part(TissueClass::Fat).is_decidable);
  EXPECT_GT(percent_of(map, TissueClass::Indeterminate), 99.0);
  EXPECT_THAT(map.undecided, Contains(HasSubstr("both are bright on T1")));
}

TEST(MissingSequence, WidensTheBand)
{
  EXPECT_GT(width_of(classified(phantom_lesion(third, "t1c"))), width_of(classified(phantom_lesion(third))));
}

TEST(MissingSequence, OfPartOfTheLesionIsSaid)
{
  auto lesion = phantom_lesion(third);
  const auto& whole = *lesion.volumes.t1_post_contrast;
  const GridSize upper{whole.geometry().size().i, whole.geometry().size().j, 12};
  const auto geometry = *ImageGeometry::make(upper, whole.geometry().spacing(), whole.geometry().voxel_to_patient(VoxelIndex{0, 0, 12}),
                                             whole.geometry().axes());
  std::vector<float> values;
  for (int k = 12; k < 24; ++k)
  {
    const auto slice = whole.slice(k);
    values.insert(values.end(), slice.begin(), slice.end());
  }
  lesion.channels.t1c->image = std::make_shared<const imaging::Volume>(geometry, values, std::vector<imaging::Rescale>(12));
  const auto map = classified(lesion);
  EXPECT_THAT(map.undecided, Contains(HasSubstr("outside the T1 post-contrast image")));
  EXPECT_GT(percent_of(map, TissueClass::Indeterminate), 20.0);  // solid tissue of the half without contrast image
}

TEST(MissingSequence, OfAFewVoxelsIsNotSaid)
{
  auto lesion = phantom_lesion(third);
  const auto& whole = *lesion.volumes.t1_post_contrast;
  auto values = std::vector<float>();
  for (int k = 0; k < whole.geometry().size().k; ++k)
  {
    const auto slice = whole.slice(k);
    values.insert(values.end(), slice.begin(), slice.end());
  }
  const auto size = whole.geometry().size();
  int left = 5;
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i)
        if (lesion.mask.contains({i, j, k}) && left-- > 0) values[static_cast<std::size_t>((k * size.j + j) * size.i + i)] = std::nanf("");
  lesion.channels.t1c->image =
      std::make_shared<const imaging::Volume>(whole.geometry(), values, std::vector<imaging::Rescale>(static_cast<std::size_t>(size.k)));
  EXPECT_THAT(classified(lesion).undecided, Not(Contains(HasSubstr("outside the T1 post-contrast image"))));
}
}  // namespace
}  // namespace nadir::testing
