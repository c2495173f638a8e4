// Truth: geometry of the sphere.
#include "segmentation/radial/sphere_directions.h"

#include <gmock/gmock.h>

#include <cmath>

namespace nadir::segmentation
{
namespace
{
constexpr std::size_t count = 240;

/// Unit vectors that are none of the directions.
std::vector<PatientVector> other_directions()
{
  std::vector<PatientVector> vectors;
  for (double height = -0.95; height < 1.0; height += 0.1)
    for (double turn = 0.1; turn < 6.2; turn += 0.4)
    {
      const double width = std::sqrt(1.0 - height * height);
      vectors.push_back({width * std::cos(turn), width * std::sin(turn), height});
    }
  return vectors;
}

TEST(SphereDirections, LeaveNoGapWiderThanTheyAreApart)
{
  // 240 caps cover the sphere once when each is 7.4 degrees wide from its middle; a lattice needs somewhat more.
  const SphereDirections directions(count);
  for (const auto& vector : other_directions())
    EXPECT_GT(dot(vector, directions.all()[directions.nearest(vector)]), std::cos(11.0 * 3.14159265 / 180.0));
}

TEST(SphereDirections, HaveNeighboursOnAllSides)
{
  const SphereDirections directions(count);
  std::vector<int> neighbours(count);
  for (const auto& [a, b] : directions.pairs())
  {
    ++neighbours[a], ++neighbours[b];
    EXPECT_GT(dot(directions.all()[a], directions.all()[b]), std::cos(30.0 * 3.14159265 / 180.0));
  }
  EXPECT_THAT(neighbours, ::testing::Each(::testing::AllOf(::testing::Ge(6), ::testing::Le(8))));
}

TEST(SphereDirections, FollowASmoothSurfaceBetweenThem)
{
  // A ball whose middle lies 3 mm beside: radius 20 mm +- 3 mm.
  const PatientVector beside{1.0, 2.0, -2.0};
  const SphereDirections directions(count);
  std::vector<double> radii;
  for (const auto& direction : directions.all()) radii.push_back(20.0 + dot(beside, direction));
  for (const auto& vector : other_directions()) EXPECT_NEAR(directions.between(radii, vector), 20.0 + dot(beside, vector), 0.4);
}
}  // namespace
}  // namespace nadir::segmentation
