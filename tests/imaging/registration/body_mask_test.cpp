// Truth: an elliptical trunk of known half axes in noisy air.
#include "imaging/registration/registration_level.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "imaging/geometry/image_geometry.h"

namespace nadir::testing
{
namespace
{
/// Signals of an image; air is noise of `noise` in both channels of the receiver.
struct Contrast
{
  const char* name;
  double muscle;
  double fat;        ///< the outer 10 mm
  double brightest;  ///< a bladder, or a lesion full of liquid
  double noise;
  double scanned = 1000.0;  ///< half width of the field of view, mm; beyond it all values are 0
};

void PrintTo(const Contrast& contrast, std::ostream* out) { *out << contrast.name; }

constexpr double half_width = 110.0, half_depth = 70.0, fat_depth = 10.0, bright_radius = 25.0;  // mm

bool is_in_trunk(PatientPoint p, double inset = 0.0)
{
  return std::hypot(p.left / (half_width - inset), p.posterior / (half_depth - inset)) < 1.0;
}

template <class Visit> void for_voxels(const ImageGeometry& grid, const Visit& visit)
{
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i) visit(grid.voxel_to_patient(VoxelIndex{i, j, k}));
}

double signal_of(const Contrast& contrast, PatientPoint p)
{
  if (!is_in_trunk(p)) return 0.0;
  if (!is_in_trunk(p, fat_depth)) return contrast.fat;
  return std::hypot(p.left - 20.0, p.posterior + 15.0, p.superior) < bright_radius ? contrast.brightest : contrast.muscle;
}

imaging::FloatImage image_of(const Contrast& contrast)
{
  const auto grid = ImageGeometry::make({141, 101, 41}, {2.0, 2.0, 3.0}, {-140.0, -100.0, -60.0}, {}).value();
  std::mt19937 random(7);
  std::normal_distribution<double> noise(0.0, contrast.noise);
  imaging::FloatImage image{grid, {}};
  for_voxels(grid,
             [&](PatientPoint place)
             {
               const double magnitude = std::hypot(signal_of(contrast, place) + noise(random), noise(random));
               image.values.push_back(std::abs(place.left) < contrast.scanned ? static_cast<float>(magnitude) : 0.0F);
             });
  return image;
}

/// Dice of the body found and the trunk.
double agreement(const imaging::RegistrationLevel& level)
{
  double both = 0.0, found = 0.0, truth = 0.0;
  std::size_t n = 0;
  for_voxels(level.image.geometry,
             [&](PatientPoint place)
             {
               const bool is_body = is_in_trunk(place), is_found = level.body[n++] != 0;
               both += is_body && is_found ? 1.0 : 0.0;
               found += is_found ? 1.0 : 0.0, truth += is_body ? 1.0 : 0.0;
             });
  return 2.0 * both / (found + truth);
}

class BodyMask : public ::testing::TestWithParam<Contrast>
{
};

/// The border of the trunk runs through 8 % of the voxels of 8 mm.
TEST_P(BodyMask, HoldsTheTrunkAndNoAir)
{
  const auto pyramid = imaging::registration_pyramid(image_of(GetParam()));
  EXPECT_GT(agreement(pyramid.fine), 0.98);
  EXPECT_GT(agreement(pyramid.middle), 0.97);
  EXPECT_GT(agreement(pyramid.coarse), 0.93);
}

INSTANTIATE_TEST_SUITE_P(Contrasts, BodyMask,
                         ::testing::Values(Contrast{"T1", 250.0, 1000.0, 180.0, 12.0}, Contrast{"T2", 200.0, 600.0, 1100.0, 20.0},
                                           Contrast{"T1FatSuppressed", 300.0, 90.0, 700.0, 10.0},
                                           Contrast{"STIRWithABladder", 150.0, 80.0, 2000.0, 12.0},
                                           Contrast{"T2WithALesionOfLiquid", 190.0, 290.0, 2200.0, 18.0},
                                           Contrast{"WithoutNoise", 250.0, 1000.0, 180.0, 0.0},
                                           Contrast{"OneTissueInNoisyAir", 300.0, 300.0, 300.0, 18.0},
                                           Contrast{"OneTissueAndALesion", 300.0, 300.0, 390.0, 30.0},
                                           Contrast{"T1InATurnedFieldOfView", 250.0, 1000.0, 180.0, 12.0, 120.0}),
                         [](const auto& contrast) { return contrast.param.name; });
}  // namespace
}  // namespace nadir::testing
