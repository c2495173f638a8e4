#include "imaging/units/number_text.h"

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "imaging/units/millimeters.h"

using namespace nadir;

TEST(NumberText, NeverTakesACommaForADecimalSign) { EXPECT_FALSE(parse_number("0,75")); }
TEST(NumberText, RefusesRestsBlanksAndNothing)
{
  for (const auto* text : {"", " 1", "1 ", "1x", "--1", "+-1", "nan", "inf", "1e999"}) EXPECT_FALSE(parse_number(text)) << text;
}
TEST(NumberText, ReadsSignsAndExponents)
{
  EXPECT_DOUBLE_EQ(*parse_number("+1.5"), 1.5);
  EXPECT_DOUBLE_EQ(*parse_number("-2e-3"), -0.002);
}
TEST(NumberText, FixedRoundsDecimalTiesAwayFromZero)
{
  EXPECT_EQ(format_fixed(2.25, 1), "2.3");
  EXPECT_EQ(format_fixed(-2.25, 1), "-2.3");
  EXPECT_EQ(format_fixed(1.005, 2), "1.01");
  EXPECT_EQ(format_fixed(29.96, 1), "30.0");
}
TEST(NumberText, NeverPrintsMinusZero)
{
  EXPECT_EQ(format_fixed(-0.001, 2), "0.00");
  EXPECT_EQ(format_number(-0.0), "0");
}
TEST(NumberText, ShortestTextReadsBackAsTheSameDouble)
{
  for (const double value : {0.1, 1.0 / 3.0, 1e-300, 123456789.123}) EXPECT_EQ(*parse_number(format_number(value)), value);
}
/// What the standard library writes for the shortest text that reads back the same.
std::string shortest_text(double value)
{
  std::array<char, 40> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}
TEST(NumberText, MultiplesOfAThousandthAndTheirNeighboursAreWrittenAsTheStandardLibraryDoes)
{
  for (int thousandths = 0; thousandths < 100'100'000; thousandths += thousandths < 100'000 ? 1 : 997)
  {
    const double value = thousandths / 1000.0, next = std::nextafter(value, 1e9);
    ASSERT_EQ(format_number(value), shortest_text(value));
    ASSERT_EQ(format_number(next), shortest_text(next));
  }
}
TEST(NumberText, OfWhatIsNoUsualNumberIsWrittenAsTheStandardLibraryDoes)
{
  for (const double value : {99'999.999, 100'000.0, 1e15, -0.5, -12.0, 0.0004, std::numeric_limits<double>::infinity()})
    EXPECT_EQ(format_number(value), shortest_text(value));
}
TEST(Millimeters, AreNotMadeFromBareNumbersByAccident)
{
  static_assert(!std::is_convertible_v<double, Millimeters>);
  static_assert(!std::is_convertible_v<Millimeters, double>);
}
