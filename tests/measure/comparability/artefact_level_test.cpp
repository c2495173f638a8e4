#include "measure/comparability/artefact_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "imaging/volume/float_image.h"

using namespace nadir;
using namespace nadir::imaging;
using namespace nadir::measure;

namespace
{
struct Recipe
{
  double sigma = 10.0;  ///< of the noise in each of the two receiver channels
  double ghost = 0.0;   ///< share of the signal repeated half the field of view away along j
  double radius = 40.0;
};

/// A disc of signal 1000 in air, magnitude noise.
Volume disc(const Recipe& recipe)
{
  constexpr int side = 128;
  std::mt19937 random(7);
  std::normal_distribution<double> noise(0.0, recipe.sigma);
  FloatImage image{ImageGeometry::make({side, side, 4}, {1, 1, 5}, {}, {}).value(), {}};
  const auto inside = [&](double i, double j) { return std::hypot(i - side / 2, j - side / 2) <= recipe.radius ? 1000.0 : 0.0; };
  for (int k = 0; k < 4; ++k)
    for (int j = 0; j < side; ++j)
      for (int i = 0; i < side; ++i)
      {
        const double signal = inside(i, j) + recipe.ghost * inside(i, (j + side / 2) % side);
        image.values.push_back(static_cast<float>(std::hypot(signal + noise(random), noise(random))));
      }
  return volume_of(std::move(image));
}
}  // namespace

TEST(ArtefactLevel, FindsTheSignalToNoiseThatWasPutIn)
{
  for (const double sigma : {10.0, 50.0})
    EXPECT_NEAR(*artefact_level(disc({.sigma = sigma}), PhaseDirection::Unknown).signal_to_noise, 1000 / sigma, 0.05 * 1000 / sigma);
}

TEST(ArtefactLevel, FindsTheGhostThatWasPutInAndNoneWhereThereIsNone)
{
  EXPECT_NEAR(*artefact_level(disc({}), PhaseDirection::AlongColumns).ghosting, 0.0, 0.0005);
  // A ghost of 5 % fills the bands along j: (0.05 x 1000 - noise) / (2 x 1000).
  const double noise = 10 * std::sqrt(M_PI / 2);
  EXPECT_NEAR(*artefact_level(disc({.ghost = 0.05}), PhaseDirection::AlongColumns).ghosting, (51 - noise) / 2000, 0.003);
  EXPECT_NEAR(*artefact_level(disc({.ghost = 0.05}), PhaseDirection::AlongRows).ghosting, 0.0, 0.0005);
}

TEST(ArtefactLevel, IsUnknownWithoutAirOrPhaseDirection)
{
  EXPECT_FALSE(artefact_level(disc({.radius = 100}), PhaseDirection::AlongColumns).ghosting);
  EXPECT_FALSE(artefact_level(disc({}), PhaseDirection::Unknown).ghosting);
  const auto masked = artefact_level(disc({.sigma = 0.0}), PhaseDirection::AlongColumns);
  EXPECT_FALSE(masked.ghosting);
  EXPECT_FALSE(masked.signal_to_noise);
}
