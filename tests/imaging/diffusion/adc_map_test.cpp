#include "imaging/diffusion/adc_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

// Truth: the mono-exponential law S = S0 exp(-b ADC) itself; free water at 37 degrees C has 3.0e-3 mm2/s.
using namespace nadir;
using namespace nadir::imaging;
using ::testing::ElementsAre;

namespace
{
ImageGeometry grid(GridSize size = {8, 6, 4}, PatientPoint origin = {}) { return ImageGeometry::make(size, {2, 2, 5}, origin, {}).value(); }

/// Signal of voxel n at a b-value; ADC rises with n from 500 to about 3000, unit 1e-6 mm2/s.
double true_adc(std::size_t n) { return 500.0 + 13.0 * static_cast<double>(n); }
double signal(std::size_t n, double b) { return 1000.0 * std::exp(-b * true_adc(n) * 1e-6); }

std::shared_ptr<const Volume> volume_of(std::vector<float> values, const ImageGeometry& geometry = grid())
{
  const std::vector<Rescale> rescale(static_cast<std::size_t>(geometry.size().k));
  return std::make_shared<const Volume>(geometry, std::move(values), rescale);
}

DiffusionImage image_at(double b, const ImageGeometry& geometry = grid())
{
  std::vector<float> values;
  for (std::size_t n = 0; n < geometry.size().voxels(); ++n) values.push_back(static_cast<float>(signal(n, b)));
  return {b, volume_of(std::move(values), geometry)};
}

float adc_at(const AdcMap& map, std::size_t n) { return std::get<std::vector<float>>(map.map->stored())[n]; }

AdcConfig noiseless(AdcWeighting weighting = AdcWeighting::Equal) { return {.weighting = weighting, .noise_sigma = 0.0}; }
}  // namespace

TEST(AdcMap, FollowsTheExponentialLawForTwoAndMoreBValues)
{
  const std::vector<std::vector<double>> protocols{{0, 800}, {50, 400, 800}, {0, 0, 500, 1000, 1500}};
  for (const auto& protocol : protocols)
    for (const auto weighting : {AdcWeighting::Equal, AdcWeighting::SignalSquared})
    {
      std::vector<DiffusionImage> images;
      for (const double b : protocol) images.push_back(image_at(b));
      const auto map = adc_map(images, noiseless(weighting)).value();
      EXPECT_EQ(map.map->unit(), "1e-6 mm2/s");
      EXPECT_EQ(map.masked_share, 0.0);
      for (std::size_t n = 0; n < grid().size().voxels(); ++n)
        EXPECT_NEAR(adc_at(map, n), true_adc(n), 0.01) << protocol.size() << " " << n;
    }
}

TEST(AdcMap, ScaleOfTheSignalDoesNotMatter)
{
  auto second = std::get<std::vector<float>>(image_at(800).volume->stored());
  auto first = std::get<std::vector<float>>(image_at(0).volume->stored());
  for (auto& value : first) value *= 0.027f;
  for (auto& value : second) value *= 0.027f;
  const std::vector<DiffusionImage> images{{0, volume_of(first)}, {800, volume_of(second)}};
  EXPECT_NEAR(adc_at(adc_map(images, noiseless()).value(), 100), true_adc(100), 0.01);
}

TEST(AdcMap, DirectionsOfOneBValueGiveTheMeanDiffusivity)
{
  // Diffusion tensor with eigenvalues 1000, 700 and 400 along the three gradient directions: trace / 3 = 700.
  const auto constant = [](double value) { return volume_of(std::vector<float>(grid().size().voxels(), static_cast<float>(value))); };
  std::vector<DiffusionImage> images{{0, constant(1000)}};
  for (const double eigenvalue : {1000.0, 700.0, 400.0}) images.push_back({800, constant(1000 * std::exp(-800 * eigenvalue * 1e-6))});
  const auto map = adc_map(images, noiseless()).value();
  EXPECT_NEAR(adc_at(map, 0), 700.0, 0.01);
  EXPECT_THAT(map.b_values, ElementsAre(0, 800));
}

TEST(AdcMap, VoxelsUnderTheNoiseFloorAreMaskedAndCounted)
{
  const std::vector<DiffusionImage> images{image_at(0), image_at(800)};
  const double sigma = signal(96, 800) / 3.0 * (1 + 1e-6);  // voxel 96 and all with a higher ADC lie under three sigma
  const auto map = adc_map(images, {.noise_sigma = sigma}).value();
  EXPECT_FALSE(std::isnan(adc_at(map, 95)));
  EXPECT_TRUE(std::isnan(adc_at(map, 96)));
  EXPECT_TRUE(std::isnan(adc_at(map, 191)));
  EXPECT_DOUBLE_EQ(map.masked_share, 0.5);
}

TEST(AdcMap, VoxelsWithoutSignalAreMaskedEvenWhenTheNoiseIsUnknown)
{
  auto values = std::get<std::vector<float>>(image_at(800).volume->stored());
  values[7] = 0.0f;
  values[8] = -3.0f;
  const std::vector<DiffusionImage> images{image_at(0), {800, volume_of(values)}};
  const auto map = adc_map(images).value();
  EXPECT_FALSE(map.noise_sigma);
  EXPECT_TRUE(std::isnan(adc_at(map, 7)));
  EXPECT_TRUE(std::isnan(adc_at(map, 8)));
  EXPECT_DOUBLE_EQ(map.masked_share, 2.0 / 192.0);
}

TEST(AdcMap, WeightedFitIsLessDisturbedByALowSignalAtHighB)
{
  // One corrupted image at b = 1500 that sits on a floor of 22 instead of 1000 exp(-4.5) = 11.
  const auto constant = [](double value) { return volume_of(std::vector<float>(grid().size().voxels(), static_cast<float>(value))); };
  std::vector<DiffusionImage> images;
  for (const double b : {0.0, 400.0, 800.0}) images.push_back({b, constant(1000 * std::exp(-b * 3e-3))});
  images.push_back({1500, constant(22)});
  const double equal = adc_at(adc_map(images, noiseless()).value(), 0),
               weighted = adc_at(adc_map(images, noiseless(AdcWeighting::SignalSquared)).value(), 0);
  EXPECT_LT(std::abs(weighted - 3000), std::abs(equal - 3000) / 4);
}

TEST(AdcMap, NoiseAtModerateSignalLeavesTheMeanWithinOnePercent)
{
  // Rician noise at SNR 50 (b = 0): the floor is far away, so the mean over many voxels must be unbiased.
  const auto geometry = grid({32, 32, 8});
  std::mt19937 generator(7);
  std::normal_distribution<double> noise(0.0, 20.0);
  const auto noisy = [&](double value) { return static_cast<float>(std::hypot(value + noise(generator), noise(generator))); };
  std::vector<DiffusionImage> images;
  for (const double b : {0.0, 800.0})
  {
    std::vector<float> values(geometry.size().voxels());
    for (auto& value : values) value = noisy(1000 * std::exp(-b * 1.2e-3));
    images.push_back({b, volume_of(std::move(values), geometry)});
  }
  const auto map = adc_map(images, {.noise_sigma = 20.0}).value();
  double sum = 0.0;
  for (const float value : std::get<std::vector<float>>(map.map->stored())) sum += static_cast<double>(value);
  EXPECT_NEAR(sum / static_cast<double>(geometry.size().voxels()), 1200.0, 12.0);
}

TEST(AdcMap, NumberOfThreadsChangesNothing)
{
  const std::vector<DiffusionImage> images{image_at(0), image_at(800)};
  const auto one = adc_map(images, {.noise_sigma = 0.0, .threads = 1}).value(),
             many = adc_map(images, {.noise_sigma = 0.0, .threads = 5}).value();
  EXPECT_EQ(std::get<std::vector<float>>(one.map->stored()), std::get<std::vector<float>>(many.map->stored()));
}

// Found by a reader with fresh eyes: b-values that were swapped gave a map of negative coefficients.
TEST(AdcMap, RefusesASignalThatRisesWithB)
{
  auto images = std::vector{image_at(0), image_at(800)};
  std::swap(images[0].b_value, images[1].b_value);
  EXPECT_TRUE(adc_map(images, noiseless()).failure().is(DiffusionError::SignalRises));
}

TEST(AdcMap, RefusesImagesWithoutSignal)
{
  const auto dark = DiffusionImage{800, volume_of(std::vector<float>(grid().size().voxels(), 0.0f))};
  EXPECT_TRUE(adc_map(std::vector{image_at(0), dark}, noiseless()).failure().is(DiffusionError::NoSignal));
}

TEST(AdcMap, RefusesWhatIsNoDiffusionSeries)
{
  const auto shifted = grid({8, 6, 4}, {0.3, 0, 0});
  const std::vector<DiffusionImage> none{}, one{image_at(0)}, equal{image_at(800), image_at(800.4)},
      other_grid{image_at(0), image_at(800, shifted)}, other_size{image_at(0), image_at(800, grid({8, 6, 5}))},
      negative{image_at(0), {-5.0, image_at(800).volume}}, not_a_number{image_at(0), {std::nan(""), image_at(800).volume}};
  for (const auto& images : {none, one, equal}) EXPECT_TRUE(adc_map(images).failure().is(DiffusionError::TooFewBValues));
  for (const auto& images : {other_grid, other_size}) EXPECT_TRUE(adc_map(images).failure().is(DiffusionError::GridsDiffer));
  for (const auto& images : {negative, not_a_number}) EXPECT_TRUE(adc_map(images).failure().is(DiffusionError::BadBValue));
  const std::vector<DiffusionImage> good{image_at(0), image_at(800)};
  EXPECT_TRUE(adc_map(good, {.noise_sigma = -1.0}).failure().is(DiffusionError::BadNoise));
}
