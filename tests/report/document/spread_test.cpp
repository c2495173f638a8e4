#include "report/document/spread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using nadir::report::spread_apart;
using ::testing::ElementsAre;

TEST(Spread, LeavesPlacesThatAreApartWhereTheyAre) { EXPECT_THAT(spread_apart({10, 40, 25}, 10, 0, 100), ElementsAre(10, 40, 25)); }

TEST(Spread, MovesEqualPlacesApartAroundTheirWish) { EXPECT_THAT(spread_apart({50, 50}, 10, 0, 100), ElementsAre(45, 55)); }

TEST(Spread, KeepsInsideTheEnds)
{
  EXPECT_THAT(spread_apart({1, 2}, 10, 0, 100), ElementsAre(0, 10));
  EXPECT_THAT(spread_apart({100, 99}, 10, 0, 100), ElementsAre(100, 90));
}

TEST(Spread, KeepsTheDistanceAndTheOrderForManyPlaces)
{
  std::vector<double> wishes;
  for (int k = 0; k < 12; ++k) wishes.push_back((k * 37) % 60);
  const auto places = spread_apart(wishes, 13, 0, 200);
  for (std::size_t a = 0; a < wishes.size(); ++a)
  {
    for (std::size_t b = 0; b < wishes.size(); ++b)
    {
      if (wishes[a] < wishes[b])
      {
        EXPECT_GE(places[b] - places[a], 13 - 1e-9);
      }
    }
    EXPECT_GE(places[a], -1e-9);
    EXPECT_LE(places[a], 200 + 1e-9);
  }
}

TEST(Spread, OfNothingIsNothing) { EXPECT_TRUE(spread_apart({}, 10, 0, 100).empty()); }
