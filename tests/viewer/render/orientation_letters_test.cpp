#include "viewer/render/orientation_letters.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace nadir;
using namespace nadir::viewer;

TEST(OrientationLetters, NameTheSixSidesAsDicomDoes)
{
  EXPECT_EQ(orientation_letters({1, 0, 0}), "L");
  EXPECT_EQ(orientation_letters({-1, 0, 0}), "R");
  EXPECT_EQ(orientation_letters({0, 1, 0}), "P");
  EXPECT_EQ(orientation_letters({0, -1, 0}), "A");
  EXPECT_EQ(orientation_letters({0, 0, 1}), "H");
  EXPECT_EQ(orientation_letters({0, 0, -1}), "F");
}

TEST(OrientationLetters, PutTheLargerPartOfAnObliqueDirectionFirst)
{
  const double a = 30.0 * M_PI / 180.0;
  EXPECT_EQ(orientation_letters({std::sin(a), std::cos(a), 0}), "PL");
  EXPECT_EQ(orientation_letters({-std::cos(a), 0, -std::sin(a)}), "RF");
}

TEST(OrientationLetters, LeaveOutWhatIsLessThanAQuarter)
{
  const double a = 10.0 * M_PI / 180.0;
  EXPECT_EQ(orientation_letters({std::cos(a), std::sin(a), 0}), "L");
}
