#include "measure/assessment/line_distance.h"

#include <gtest/gtest.h>

using nadir::measure::distance_between;

// Distances of straight lines by plane geometry.
TEST(LineDistance, IsZeroWhereLinesCross)
{
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{20, -5, 0}, {20, 5, 0}}).value(), 0.0, 1e-9);
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{10, 0, 0}, {30, 0, 0}}).value(), 0.0, 1e-9);
}

TEST(LineDistance, IsThatOfTheNearestPoints)
{
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{20, -5, 30}, {20, 5, 30}}).value(), 30.0, 1e-9);  // skew
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{20, 3, 0}, {20, 9, 0}}).value(), 3.0, 1e-9);      // an end above the line
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{43, 4, 0}, {50, 9, 0}}).value(), 5.0, 1e-9);      // end to end
  EXPECT_NEAR(distance_between({{0, 0, 0}, {40, 0, 0}}, {{0, 7, 0}, {40, 7, 0}}).value(), 7.0, 1e-9);       // side by side
}
