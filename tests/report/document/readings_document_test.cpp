#include "report/document/readings_document.h"

#include <gmock/gmock.h>

#include "tests/report/support/example_assessment.h"

namespace nadir::report
{
namespace
{
using ::testing::HasSubstr;
using ::testing::Not;

/// 100.0 to 96.0 mm, SD; the second reader measured 69.0 mm at follow-up, 31 % less, PR (RECIST 1.1 section 4.3.1).
std::array<NamedReading, 2> readings()
{
  std::array<NamedReading, 2> made{NamedReading{"reader <1>", test::sarcoma_assessment()},
                                   NamedReading{"reader 2", test::sarcoma_assessment()}};
  auto& followup = made[1].assessment.timepoints[1];
  auto& lesion = followup.lesions.front();
  lesion.longest_diameter->length = Millimeters{69.0};
  lesion.response_contribution = Millimeters{69.0};
  followup.response.sum_of_diameters = Millimeters{69.0};
  followup.response.overall_response = "PR";
  return made;
}
}  // namespace

TEST(ReadingsDocument, SaysWhereReadersDifferAndWhatMakesTheDifference)
{
  const auto document = readings_document(readings());
  ASSERT_TRUE(document) << document.failure().message();
  const auto page = document->markup();
  EXPECT_THAT(page, HasSubstr("The readers agree at 0 of 1 follow-ups."));
  EXPECT_THAT(page, HasSubstr("reader 2 PR. By itself each of these makes reader &lt;1&gt; say PR, too: lengths of "));
  EXPECT_THAT(page, HasSubstr("96.0 | 69.0 mm (\u221227.0 mm)"));
  EXPECT_THAT(page, HasSubstr("PR (explains)"));
}

TEST(ReadingsDocument, SaysThatReadersAgree)
{
  auto same = readings();
  same[1].assessment = same[0].assessment;
  const auto page = readings_document(same)->markup();
  EXPECT_THAT(page, HasSubstr("The readers agree at 1 of 1 follow-ups."));
  EXPECT_THAT(page, Not(HasSubstr("(explains)")));
}

// Found on a real baseline: "The readers agree at 0 of 0 follow-ups."
TEST(ReadingsDocument, SaysThatABaselineAloneHasNoCall)
{
  auto baselines = readings();
  for (auto& reading : baselines) reading.assessment.timepoints.resize(1);
  const auto page = readings_document(baselines)->markup();
  EXPECT_THAT(page, HasSubstr("There is no follow-up yet"));
  EXPECT_THAT(page, Not(HasSubstr("0 of 0")));
}

TEST(ReadingsDocument, EscapesEveryText)
{
  std::array<NamedReading, 2> hostile{NamedReading{test::hostile_text(), test::hostile_assessment()},
                                      NamedReading{test::hostile_text(), test::hostile_assessment()}};
  const auto document = readings_document(hostile);
  ASSERT_TRUE(document) << document.failure().message();
  EXPECT_THAT(document->markup(), Not(HasSubstr("<script")));
}
}  // namespace nadir::report
