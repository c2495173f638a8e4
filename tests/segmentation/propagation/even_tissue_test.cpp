// Truth: the ball that the image was made with, in a cylinder of one tissue with noise; between the dates it moves and the coil changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "imaging/volume/float_image.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "tests/segmentation/propagation/ball_limb.h"

namespace nadir::segmentation
{
namespace
{
struct Phantom
{
  double radius = 0.0;  ///< of the ball, mm; 0 = gone
  double ball = 0.0;    ///< its signal; that of the cylinder is 300
  PatientVector shift{};
  double gain = 1.0;
  unsigned seed = 1;
  double dead_radius = 0.0;  ///< of a core that looks like the cylinder
  double dead_plate = 0.0;   ///< thickness of a plate through the middle, darker than the cylinder
};

void PrintTo(const Phantom& phantom, std::ostream* out) { *out << "ball of radius " << phantom.radius << " mm, signal " << phantom.ball; }

ImageGeometry grid() { return ImageGeometry::make({100, 94, 32}, {1.5, 1.5, 4.0}, {-74.0, -70.0, -62.0}, {}).value(); }

template <class Visit> void for_voxels(const Visit& visit)
{
  const auto size = grid().size();
  for (int k = 0; k < size.k; ++k)
    for (int j = 0; j < size.j; ++j)
      for (int i = 0; i < size.i; ++i) visit(grid().voxel_to_patient(VoxelIndex{i, j, k}));
}

double depth(const Phantom& phantom, PatientPoint p) { return norm(p + -1.0 * phantom.shift - PatientPoint{18.0, 8.0, 0.0}); }

bool is_living(const Phantom& phantom, PatientPoint p)
{
  return depth(phantom, p) < phantom.radius && depth(phantom, p) >= phantom.dead_radius;
}

bool is_in_plate(const Phantom& phantom, PatientPoint p)
{
  return depth(phantom, p) < phantom.radius && std::abs(p.left - phantom.shift.left - 18.0) < 0.5 * phantom.dead_plate;
}

imaging::Volume image_of(const Phantom& phantom)
{
  std::mt19937 random(phantom.seed);
  std::normal_distribution<double> noise(0.0, 18.0);
  imaging::FloatImage image{grid(), {}};
  for_voxels(
      [&](PatientPoint p)
      {
        const bool is_in = std::hypot(p.left - phantom.shift.left, p.posterior - phantom.shift.posterior) < 55.0;
        const double signal = !is_in ? 0.0 : is_in_plate(phantom, p) ? 180.0 : is_living(phantom, p) ? phantom.ball : 300.0;
        image.values.push_back(static_cast<float>(std::hypot(phantom.gain * signal + noise(random), noise(random))));
      });
  return imaging::volume_of(std::move(image));
}

Mask mask_of(const Phantom& phantom)
{
  std::vector<std::uint8_t> bytes;
  for_voxels([&](PatientPoint p) { bytes.push_back(depth(phantom, p) < phantom.radius ? 1 : 0); });
  return Mask::from_grid(grid(), bytes);
}

class EvenTissue : public ::testing::TestWithParam<Phantom>
{
};

TEST_P(EvenTissue, DoesNotHideWhatBecameOfALesion)
{
  const Phantom early{18.0, GetParam().ball};
  const auto& late = GetParam();
  const auto before = image_of(early), after = image_of(late);
  const auto mask = mask_of(early);
  const auto transform = register_dates(before, after, std::span(&mask, 1));
  ASSERT_TRUE(transform) << transform.failure().message();
  const auto found = propagate_lesion({before, after}, mask, *transform);
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_EQ(found->fate, late.radius > 0.0 ? LesionFate::Present : LesionFate::Gone) << found->explanation;
  if (late.radius > 0.0)
  {
    EXPECT_GE(nadir::testing::dice(found->mask, mask_of(late)), 0.90);
  }
}

constexpr PatientVector shift{4.0, -3.0, 3.0};
INSTANTIATE_TEST_SUITE_P(Fates, EvenTissue,
                         ::testing::Values(Phantom{18.0, 560.0, shift, 1.3, 2}, Phantom{0.0, 560.0, shift, 1.3, 2},
                                           Phantom{9.0, 560.0, shift, 1.3, 2}, Phantom{12.0, 560.0, shift, 1.3, 2},
                                           Phantom{23.0, 560.0, shift, 1.3, 2}, Phantom{27.0, 560.0, shift, 1.3, 2},
                                           Phantom{23.4, 560.0, shift, 1.3, 2, 17.5}, Phantom{18.0, 560.0, shift, 1.3, 2, 12.5},
                                           Phantom{19.0, 560.0, shift, 1.3, 2, 0.0, 12.0}, Phantom{18.0, 560.0, shift, 1.3, 2, 0.0, 18.0},
                                           Phantom{0.0, 225.0, shift, 0.8, 2}, Phantom{11.0, 225.0, shift, 0.8, 2},
                                           Phantom{25.0, 375.0, shift, 1.0, 2}, Phantom{18.0, 375.0, shift, 1.0, 2}));
}  // namespace
}  // namespace nadir::segmentation
