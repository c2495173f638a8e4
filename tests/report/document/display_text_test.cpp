#include "report/document/display_text.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace nadir;
using namespace nadir::report;

namespace
{
std::optional<Millimeters> mm(double value) { return Millimeters{value}; }
std::optional<Milliliters> ml(double value) { return Milliliters{value}; }
}  // namespace

TEST(DisplayText, ShowsLengthsWithOneDecimalAndUnit)
{
  EXPECT_EQ(length_text(mm(87.25)), "87.3 mm");
  EXPECT_EQ(length_text(mm(0.0)), "0.0 mm");
  EXPECT_EQ(length_change_text(mm(9.0)), "+9.0 mm");
  EXPECT_EQ(length_change_text(mm(-12.5)), "\u221212.5 mm");
  EXPECT_EQ(length_change_text(mm(-0.01)), "+0.0 mm");
}

TEST(DisplayText, ShowsADashForWhatDoesNotExist)
{
  EXPECT_EQ(length_text(std::nullopt), absent_text);
  EXPECT_EQ(length_text(mm(std::nan(""))), absent_text);
  EXPECT_EQ(length_text(mm(1e300)), absent_text);
  EXPECT_EQ(volume_text(std::nullopt), absent_text);
  EXPECT_EQ(change_text(mm(0.0), mm(5.0), {}), absent_text);
  EXPECT_EQ(change_text(mm(10.0), std::nullopt, {}), absent_text);
  EXPECT_EQ(change_text(ml(0.0), ml(5.0)), absent_text);
}

TEST(DisplayText, ShowsVolumesWithDecimalsThatFitTheirSize)
{
  EXPECT_EQ(volume_text(ml(380.04)), "380.0 mL");
  EXPECT_EQ(volume_text(ml(4.208)), "4.21 mL");
  EXPECT_EQ(volume_text(ml(0.0344)), "0.034 mL");
  EXPECT_EQ(volume_text(ml(380.0), ml(7.6)), "380.0 \u00b1 7.6 mL");
}

// Rule N6 of the specification, with its own example 29.96 %.
TEST(DisplayText, NeverShowsALimitThatWasNotReached)
{
  EXPECT_EQ(change_text(mm(100.0), mm(70.0), {}), "\u221230.0 %");
  EXPECT_EQ(change_text(mm(250.0), mm(175.1), {}), "\u221229.96 % (below 30 %)");
  EXPECT_EQ(change_text(mm(250.0), mm(299.9), {}), "+19.96 % (below 20 %)");
  EXPECT_EQ(change_text(mm(39.0), mm(48.0), {}), "+23.1 %");
  EXPECT_EQ(change_text(ml(250.0), ml(380.0)), "+52.0 %");
}

TEST(DisplayText, SpellsOutCategoriesAndStates)
{
  EXPECT_EQ(category_words("PR"), "Partial response");
  EXPECT_EQ(category_words("unknown word"), "unknown word");
  EXPECT_EQ(state_words("NOT_EVALUABLE"), "not evaluable");
}

TEST(DisplayText, ShortensByCharactersAndNotByBytes)
{
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdefg", 6), "abcde\u2026");
  EXPECT_EQ(shortened("äöüäöü", 3), "äö\u2026");
  EXPECT_EQ(shortened("", 3), "");
}

// -29.96 % has not reached 30 %, but has reached a trial's 25 %; at 1 mm both lengths are rounded before they are compared (rule N4).
TEST(DisplayText, ShowsChangesBesideTheLimitsOfTheTrial)
{
  EXPECT_EQ(change_text(mm(250.0), mm(175.1), {.partial_response_decrease_percent = 25.0}), "\u221230.0 %");
  EXPECT_EQ(change_text(mm(250.0), mm(189.9), {.partial_response_decrease_percent = 24.1}), "\u221224.0 %");
  EXPECT_EQ(change_text(mm(60.61), mm(42.82), {.length_quantum = Millimeters{1.0}}), "\u221229.5 %");
  EXPECT_EQ(change_text(mm(100.0), mm(70.04), {.length_quantum = Millimeters{0.01}}), "\u221229.96 % (below 30 %)");
}

// Printed lengths add up to the printed sum only when each shows its whole quantum (rule N4, Q3).
TEST(DisplayText, ShowsSumsWithTheDecimalsOfTheirQuantum)
{
  EXPECT_EQ(length_text(mm(70.04), {.length_quantum = Millimeters{0.01}}), "70.04 mm");
  EXPECT_EQ(length_text(mm(70.5), {.length_quantum = Millimeters{0.005}}), "70.500 mm");
  EXPECT_EQ(length_text(mm(70.0), {.length_quantum = Millimeters{1.0}}), "70.0 mm");
}

TEST(DisplayText, SaysTheLimitsInWords)
{
  EXPECT_EQ(limits_in_words({}), "PD from: 20 % and 5 mm above the nadir. PR to: 30 % below baseline.");
  EXPECT_EQ(limits_in_words({12.5, 25.0, Millimeters{0.5}, Millimeters{0.1}}),
            "PD from: 25 % and 0.5 mm above the nadir. PR to: 12.5 % below baseline.");
}

// Three subjects of one study must not look the same in a plot.
TEST(DisplayText, KeepsBothEndsOfLongNames)
{
  EXPECT_EQ(shortened_inside("STUDY-0042-0001", 15), "STUDY-0042-0001");
  EXPECT_EQ(shortened_inside("STUDY-0042-0001", 9), "STUD\u20260001");
  EXPECT_EQ(shortened_inside("äöüäöüäöüß", 5), "äö\u2026üß");
  EXPECT_EQ(shortened_inside("", 5), "");
}
