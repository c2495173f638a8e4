// Truth: cylinders of one tissue, their shift, and limbs that are not the same.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "imaging/registration/register_deformable.h"
#include "imaging/registration/register_rigid.h"
#include "tests/imaging/registration/synthetic_limb.h"

namespace nadir::imaging
{
namespace
{
/// A cylinder of muscle along the superior axis, 45 mm in radius, in noisy air.
struct Cylinder
{
  double left = 0.0, posterior = 0.0;  ///< of its axis, mm
  double noise = 18.0;
  unsigned seed = 1;
  double radius = 45.0;
  double spread = 0.0;  ///< of broad patches of the tissue, around 300
};

Volume image_of(const Cylinder& cylinder)
{
  const auto grid = ImageGeometry::make({90, 84, 30}, {1.5, 1.5, 4.0}, {-67.0, -62.0, -58.0}, {}).value();
  std::mt19937 random(cylinder.seed);
  std::normal_distribution<double> noise(0.0, cylinder.noise);
  const double wave = cylinder.seed == 1 ? 9.0 : 6.0;  // mm, over 2 pi
  FloatImage image{grid, {}};
  for (int k = 0; k < grid.size().k; ++k)
    for (int j = 0; j < grid.size().j; ++j)
      for (int i = 0; i < grid.size().i; ++i)
      {
        const auto p = grid.voxel_to_patient(VoxelIndex{i, j, k});
        const double patches = std::sin(p.left / wave) * std::sin(p.posterior / wave) + std::sin(p.superior / wave);
        const bool is_in = std::hypot(p.left - cylinder.left, p.posterior - cylinder.posterior) < cylinder.radius;
        image.values.push_back(
            static_cast<float>(std::hypot((is_in ? 300.0 + cylinder.spread * patches : 0.0) + noise(random), noise(random))));
      }
  return volume_of(std::move(image));
}

TEST(EvenPosition, OfOneTissueIsToldByTheOutlineAndElseByTheCoordinates)
{
  const auto found = register_deformable(image_of({}), image_of({5.0, -4.0, 18.0, 2}));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_TRUE(found->quality.even_share);
  const auto moved = found->fixed_to_moving(PatientPoint{20.0, 10.0, 12.0});
  EXPECT_NEAR(moved.left, 25.0, 1.5);
  EXPECT_NEAR(moved.posterior, 6.0, 1.5);
  EXPECT_NEAR(moved.superior, 12.0, 2.0);  // half a slice
}

TEST(EvenPosition, IsFoundWithoutBendingToo)
{
  const auto found = register_rigid(image_of({}), image_of({5.0, -4.0, 18.0, 2}));
  ASSERT_TRUE(found) << found.failure().message();
  EXPECT_LT(norm(found->fixed_to_moving(PatientPoint{0, 0, 0}) - PatientPoint{5.0, -4.0, 0.0}), 2.5);
}

TEST(EvenPosition, IsNotTakenWhereTheOutlineIsAnother)
{
  EXPECT_FALSE(register_deformable(image_of({}), image_of({0.0, 0.0, 18.0, 2, 33.0})));
}

TEST(EvenPosition, IsNotTakenWhereTheTissueIsNotTheSame)
{
  EXPECT_FALSE(register_deformable(image_of({0, 0, 5.0, 1, 45.0, 90.0}), image_of({0, 0, 5.0, 2, 45.0, 90.0})));
}
}  // namespace
}  // namespace nadir::imaging
