#include "report/document/html_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <regex>

#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"

using namespace nadir;
using report::to_html;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
std::size_t count_of(const std::string& text, std::string_view part)
{
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}
}  // namespace

TEST(HtmlReport, ShowsTheCallAndTheNumbersOfEachTimePoint)
{
  const std::string page = to_html(test::sarcoma_assessment());
  for (const char* part : {"Case P1",
                           "RECIST 1.1",
                           "Stable disease",
                           "100.0 mm",
                           "96.0 mm",
                           "\u22124.0 %",
                           "380.0 \u00b1 7.6 mL",
                           "+52.0 %",
                           "F1 SD-VOLUP",
                           "Goreish 2025",
                           "Tanaka 2018",
                           "RECIST 1.1 table 1",
                           "not a medical device",
                           "0.1.0",
                           "T01.nii.gz",
                           "1.2.826.0.1.3680043.8.498.1001.17",
                           "-48.00, 12.25, 42.50",
                           "spacing comes from",
                           "sub-voxel contour",
                           "threshold of 40 %",
                           "same sequence, plane and body part"})
    EXPECT_THAT(page, HasSubstr(part));
}

// Its 0 mm in the sum are no complete remission: the mass goes on under another name.
TEST(HtmlReport, SaysWhichLesionTookInAMergedOneAndNoChangeOfIt)
{
  auto assessment = test::sarcoma_assessment();
  auto& lesion = assessment.timepoints.back().lesions.front();
  lesion.state = "MERGED_INTO";
  lesion.merged_into = LesionId{"T09"};
  lesion.response_contribution = Millimeters{0.0};
  lesion.longest_diameter = lesion.short_axis = std::nullopt;
  lesion.volume = std::nullopt;
  const auto page = to_html(assessment);
  EXPECT_THAT(page, HasSubstr("merged into T09"));
  EXPECT_THAT(page, Not(HasSubstr("merged into T09 (counts")));
  EXPECT_THAT(page, Not(HasSubstr("length\u00a0\u2212100")));
}

TEST(HtmlReport, ShowsWarningsBeforeTheResponse)
{
  const std::string page = to_html(test::sarcoma_assessment());
  EXPECT_LT(page.find("3 warnings"), page.find("Overall response"));
  EXPECT_THAT(page, HasSubstr("the lesion reaches the last slice of the series"));
}

TEST(HtmlReport, ShowsFlagsWithBothSidesBeforeTheNumbersOfEachLesion)
{
  const std::string page = to_html(test::sarcoma_assessment());
  EXPECT_LT(page.find("Tanaka 2018"), page.find("<h2>Lesions"));
  EXPECT_EQ(count_of(page, "Tanaka 2018"), 1u);
}

TEST(HtmlReport, ShowsHowFarAndHowSureTheCallIs)
{
  const std::string page = to_html(test::sarcoma_assessment());
  EXPECT_THAT(page, HasSubstr("24.0 mm from PD (T01 +24.0 mm)"));
  EXPECT_THAT(page, HasSubstr("SD 99.1 %, PR 0.9 %; sum 89.4 to 102.6 mm"));
}

// Eight visits: the baseline, week 32 with the smallest sum, and the last two come first; all follow.
TEST(HtmlReport, OfALongCaseShowsBaselineNadirAndLatestAtAGlanceAndAllBelow)
{
  const std::string page = to_html(test::long_assessment());
  const auto glance = page.substr(page.find("Overall response"), page.find("<h2>Course") - page.find("Overall response"));
  for (const char* shown : {"baseline", "week 32", "week 48", "week 56"}) EXPECT_THAT(glance, HasSubstr(shown));
  EXPECT_THAT(glance, Not(HasSubstr("week 16")));
  EXPECT_THAT(page, HasSubstr("Lesions at every time point"));
}

// Four dates a row: T03 was seen at baseline only, N01 on no picture at all.
TEST(HtmlReport, ShowsTheDatesOfEveryLesionBelowEachOther)
{
  const std::string page = to_html(test::long_assessment());
  const auto first = page.find("<div class=\"glance-images dates-4\">");
  ASSERT_NE(first, std::string::npos);
  const auto pictures = page.substr(first, page.find("</section>", first) - first);
  EXPECT_EQ(count_of(pictures, "<figure>"), 5u * 4u);
  EXPECT_NE(pictures.find("T03, week 32</strong></a> 2023-09-04: absent"), std::string::npos);
  EXPECT_EQ(pictures.find("N01,"), std::string::npos);
}

TEST(HtmlReport, SaysHowManyWarningsDoNotFitAtTheTop)
{
  auto assessment = test::sarcoma_assessment();
  for (int k = 0; k < 9; ++k) assessment.warnings.push_back("doubt " + std::to_string(k));
  const std::string page = to_html(assessment);
  EXPECT_THAT(page, HasSubstr("12 warnings"));
  EXPECT_THAT(page, HasSubstr("Not shown here: 6 more"));
  EXPECT_GT(page.find("doubt 8"), page.find("All warnings</h2>"));
}

TEST(HtmlReport, WarnsOfASeriesThatCannotBeMeasured)
{
  auto assessment = test::sarcoma_assessment();
  assessment.timepoints[1].series[0].measurable = false;
  assessment.timepoints[1].series[0].remarks = {{"refusal", "slice 12 is missing."}};
  const std::string page = to_html(assessment);
  EXPECT_LT(page.find("slice 12 is missing."), page.find("Overall response"));
  EXPECT_THAT(page, HasSubstr("5 warnings"));
}

TEST(HtmlReport, DrawsEachKeyImageAtAGlanceEnlargedAndWhole)
{
  const std::string page = to_html(test::sarcoma_assessment());
  EXPECT_EQ(count_of(page, "href=\"data:image/png;base64,iVBORw0KGgo"), 6u);
  EXPECT_EQ(count_of(page, "LD 96.0 mm"), 2u);
}

// Growth is seen as growth only at one scale: the follow-up's slice is made smaller than the baseline's field of view.
TEST(HtmlReport, ShowsALesionAtOneScaleEvenOnASmallSlice)
{
  auto assessment = test::sarcoma_assessment();
  auto& image = *assessment.timepoints[1].lesions[0].key_image;
  image.column_spacing_mm *= 0.25;
  image.row_spacing_mm *= 0.25;
  const std::string page = to_html(assessment);
  EXPECT_EQ(count_of(page, " 150 150\""), 4u);
}

// 288 x 0.8 mm wide, 224 x 1.0 mm high.
TEST(HtmlReport, DrawsPixelsThatAreNotSquareInTrueProportion)
{
  const std::string page = to_html(test::sarcoma_assessment());
  EXPECT_THAT(page, HasSubstr("viewBox=\"0 0 230.4 224\""));
  EXPECT_THAT(page, HasSubstr("preserveAspectRatio=\"none\""));
}

TEST(HtmlReport, LeadsToPlacesThatAreThere)
{
  for (const auto& assessment : {test::sarcoma_assessment(), test::long_assessment(), test::hostile_assessment()})
  {
    const std::string html = to_html(assessment);
    const std::regex link("href=\"#([^\"]*)\"");
    std::size_t links = 0;
    for (std::sregex_iterator found(html.begin(), html.end(), link), end; found != end; ++found, ++links)
      EXPECT_THAT(html, HasSubstr(" id=\"" + (*found)[1].str() + "\"")) << (*found)[0];
    EXPECT_GT(links, 2u);
  }
}

TEST(HtmlReport, IsTheSameForTheSameValue) { EXPECT_EQ(to_html(test::long_assessment()), to_html(test::long_assessment())); }

TEST(HtmlReport, IsTheSameUnderAGermanLocale)
{
  const std::string expected = to_html(test::sarcoma_assessment());
  const test::GermanLocale locale;
  if (!locale.is_set()) GTEST_SKIP() << "the system has no definition of the locale de_DE";
  EXPECT_EQ(to_html(test::sarcoma_assessment()), expected);
}

TEST(HtmlReport, LetsNoTextBecomeMarkup)
{
  const std::string page = to_html(test::hostile_assessment());
  for (const char* part : {"<script", "</style>--", "<!--", "\x1b", "\x01", "\x7f", "\u202e", "onerror=\"", "href=\"javascript"})
    EXPECT_THAT(page, Not(HasSubstr(part))) << part;
  EXPECT_EQ(count_of(page, "<style>"), 1u);
  EXPECT_EQ(page.find('\0'), std::string::npos);
}

TEST(HtmlReport, NamesNoAddressOutsideThePage)
{
  const std::string page = to_html(test::long_assessment());
  for (const char* part : {"http:", "https:", "src=", "url(", "@import"}) EXPECT_THAT(page, Not(HasSubstr(part))) << part;
  EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-"));
}

TEST(HtmlReport, OfAnEmptyAssessmentIsStillAPage)
{
  const std::string page = to_html(measure::Assessment{});
  EXPECT_THAT(page, HasSubstr("No warnings."));
  EXPECT_THAT(page, ::testing::EndsWith("</html>\n"));
}

TEST(HtmlReport, LeavesOutAKeyImageThatContradictsItself)
{
  auto assessment = test::sarcoma_assessment();
  for (auto& timepoint : assessment.timepoints) timepoint.lesions[0].key_image->values.pop_back();
  const std::string page = to_html(assessment);
  EXPECT_EQ(count_of(page, "data:image/png"), 0u);
  EXPECT_EQ(count_of(page, "no image of the slice"), 2u);
}

TEST(HtmlReport, SurvivesNumbersThatAreNone)
{
  auto assessment = test::sarcoma_assessment();
  const double nan = std::nan(""), huge = std::numeric_limits<double>::max();
  auto& lesion = assessment.timepoints[1].lesions[0];
  lesion.longest_diameter->length = Millimeters{nan};
  lesion.volume = Milliliters{huge};
  lesion.key_image->calipers[0].from = {nan, huge};
  lesion.key_image->contours[0][0] = {-huge, nan};
  assessment.timepoints[1].response.sum_of_diameters = Millimeters{std::numeric_limits<double>::infinity()};
  const std::string page = to_html(assessment);
  EXPECT_THAT(page, Not(HasSubstr("\"nan")));
  EXPECT_THAT(page, Not(HasSubstr("inf ")));
}
