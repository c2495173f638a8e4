// The engine against a slow, literal reading of the tables (literal_recist.h) on random patients with all states.
// NADIR_RANDOM_PATIENTS raises their number (10 million before a release).
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "imaging/units/number_text.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/best_response.h"
#include "tests/measure/response/literal_recist.h"
#include "tests/measure/response/random_patient.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;

namespace
{
std::uint64_t patients()
{
  const char* text = std::getenv("NADIR_RANDOM_PATIENTS");
  return text == nullptr ? 100'000 : static_cast<std::uint64_t>(parse_integer(text).value());
}

std::optional<long> tenths(const std::optional<ReportedLength>& length)
{
  return length ? std::optional<long>(length->micrometers() / 100) : std::nullopt;
}

LiteralVisit as_literal(const TimepointResponse& at)
{
  LiteralVisit visit;
  visit.sum = tenths(at.sum);
  visit.baseline_sum = tenths(at.baseline_sum);
  if (at.sequence == 0) return visit;
  visit.nadir = tenths(at.nadir);
  visit.target = name_of(at.target);
  visit.target_raw = name_of(at.target_raw);
  visit.non_target = name_of(at.non_target);
  visit.new_lesion = name_of(at.new_lesion);
  visit.overall = name_of(at.overall);
  visit.overall_raw = name_of(at.overall_raw);
  visit.after_progression = at.after_progression;
  return visit;
}

auto fields(const LiteralVisit& v)
{
  return std::tie(v.target, v.target_raw, v.non_target, v.new_lesion, v.overall, v.overall_raw, v.after_progression, v.sum, v.baseline_sum,
                  v.nadir);
}

/// "" when both agree, else what differs.
std::string difference(const std::vector<LiteralVisit>& literal, const PatientResponse& response)
{
  for (std::size_t v = 0; v < literal.size(); ++v)
  {
    const auto ours = as_literal(response.timepoints[v]);
    if (fields(ours) != fields(literal[v]))
      return "visit " + std::to_string(v) + ": engine " + ours.target + "/" + ours.target_raw + "/" + ours.non_target + "/" + ours.overall +
             ", literal " + literal[v].target + "/" + literal[v].target_raw + "/" + literal[v].non_target + "/" + literal[v].overall;
  }
  return "";
}

LiteralSeries series_of(const recist_1_1::ResponseCourse& course)
{
  LiteralSeries series;
  series.with_targets = course.disease == recist_1_1::DiseaseAtBaseline::WithTargets;
  for (const auto& visit : course.visits)
  {
    series.overall.emplace_back(name_of(visit.category));
    series.raw.emplace_back(name_of(visit.raw));
    series.day.push_back(visit.date && course.start ? std::optional(days_between(*course.start, *visit.date)) : std::nullopt);
  }
  return series;
}

class LiteralComparison : public testing::TestWithParam<LiteralConfirmation>
{
};
}  // namespace

TEST_P(LiteralComparison, AgreesOnRandomPatients)
{
  Protocol protocol;
  protocol.confirmation.required = GetParam() == LiteralConfirmation::Required;
  std::map<Category, int> seen;
  for (std::uint64_t seed = 0; seed < patients(); ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    const auto response = recist_1_1::assess(readings, protocol, Explain::No);
    ASSERT_EQ(difference(literal_recist(readings, GetParam()), response), "") << "seed " << seed;
    for (const auto& at : response.timepoints) ++seen[at.overall];
  }
  // A comparison says something only where it has been: each category has to be common.
  for (const auto category : {Category::CompleteResponse, Category::PartialResponse, Category::StableDisease, Category::NonCrNonPd,
                              Category::ProgressiveDisease, Category::NotEvaluable, Category::NoEvidenceOfDisease})
    EXPECT_GT(seen[category], 1000) << name_of(category);
}
INSTANTIATE_TEST_SUITE_P(Protocols, LiteralComparison, testing::Values(LiteralConfirmation::NotRequired, LiteralConfirmation::Required),
                         [](const auto& confirmation) {
                           return confirmation.param == LiteralConfirmation::Required ? "ConfirmationRequired" : "ConfirmationNotRequired";
                         });

TEST(LiteralComparisonOfBestResponse, AgreesOnRandomPatientsWithDates)
{
  for (std::uint64_t seed = 0; seed < patients(); ++seed)
  {
    const auto readings = RandomPatient(seed).make();
    const auto course = recist_1_1::course_of(recist_1_1::assess(readings, {}, Explain::No), {});
    if (!course.start) continue;
    const auto best = recist_1_1::best_response(course, {});
    ASSERT_EQ(name_of(best.unconfirmed.category), literal_best_unconfirmed(series_of(course))) << "seed " << seed;
    ASSERT_EQ(name_of(best.confirmed.category), literal_best_confirmed(series_of(course))) << "seed " << seed;
  }
}

TEST(LiteralComparisonOfBestResponse, AgreesOnEverySeriesOfFiveVisits)
{
  const std::vector<std::string> words = {"CR", "PR", "SD", "NON-CR/NON-PD", "PD", "NE"};
  for (const int interval : {20, 27, 28, 42})
    for (int code = 0; code < 6 * 6 * 6 * 6 * 6; ++code)
    {
      recist_1_1::ResponseCourse course;
      course.start = CalendarDay{};
      for (int i = 0, rest = code; i < 5; ++i, rest /= 6)
      {
        const auto category = *parse_category(words[static_cast<std::size_t>(rest % 6)]);
        course.visits.push_back({CalendarDay{std::chrono::days(interval * (i + 1))}, category, category});
      }
      const auto best = recist_1_1::best_response(course, {});
      ASSERT_EQ(name_of(best.unconfirmed.category), literal_best_unconfirmed(series_of(course))) << code << " every " << interval;
      ASSERT_EQ(name_of(best.confirmed.category), literal_best_confirmed(series_of(course))) << code << " every " << interval;
    }
}
