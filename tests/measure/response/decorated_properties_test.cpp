// What has to hold of flags, other criteria, counterfactuals, lineage, durations and baseline conformance for every patient.
#include <gmock/gmock.h>

#include <algorithm>

#include "measure/response/counterfactual.h"
#include "measure/response/criteria.h"
#include "measure/response/discordance/discordance.h"
#include "measure/response/irecist/assess.h"
#include "measure/response/irecist/best_response.h"
#include "measure/response/lineage.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/baseline_conformance.h"
#include "measure/response/recist_1_1/best_response.h"
#include "measure/response/recist_1_1/durations.h"
#include "measure/response/target_volume.h"
#include "tests/measure/response/decorated_patient.h"

using namespace nadir;
using namespace nadir::measure;
using namespace nadir::measure::test;
using ::testing::IsEmpty;

namespace
{
constexpr unsigned patients = 1500;

/// Calls `check(readings, recist, protocol)` for every patient, every other one with a protocol that differs in its switches.
template <class Check> void for_each_patient(Check check)
{
  const Protocol usual;
  Protocol other;
  other.switches = {false, false, false, false, true, false, false, true};
  for (unsigned seed = 0; seed < patients; ++seed)
  {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto readings = decorated_patient(seed);
    const auto& protocol = seed % 2 == 0 ? usual : other;
    check(readings, recist_1_1::assess(readings, protocol), protocol);
    if (::testing::Test::HasFailure()) return;
  }
}

bool has_flag(const std::vector<Flag>& flags, std::string_view rule)
{
  return std::any_of(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.id.starts_with(rule); });
}

/// Flags F1, F2, F3, F4 and F7 from the definitions of section 8.8 alone.
void expect_flags_by_definition(const PatientReadings& readings, const PatientResponse& recist, std::size_t t,
                                const std::vector<Flag>& flags)
{
  const auto& at = recist.timepoints[t];
  const bool progressed = at.overall == Category::ProgressiveDisease;
  const auto now = target_volume(readings, t, VolumeKind::Whole), smallest = volume_nadir(readings, t, VolumeKind::Whole);
  const auto viable = target_volume(readings, t, VolumeKind::Viable), viable_before = target_volume(readings, 0, VolumeKind::Viable);
  const bool grew = now && smallest && *smallest > 0 && 10 * *now >= 12 * *smallest;
  const bool stable = at.overall == Category::StableDisease || at.target_raw == Category::StableDisease;
  EXPECT_EQ(has_flag(flags, "F1"), grew && stable && !progressed);
  EXPECT_EQ(has_flag(flags, "F3"), progressed && viable && viable_before && *viable <= *viable_before);
  EXPECT_TRUE(!has_flag(flags, "F2") || has_flag(flags, "F1"));
  EXPECT_TRUE(!has_flag(flags, "F4") || at.overall == Category::PartialResponse);
  EXPECT_EQ(has_flag(flags, "F7"), at.target == Category::ProgressiveDisease && at.sum && at.baseline_sum && *at.sum < *at.baseline_sum);
}

std::string immune(Category category)
{
  if (category == Category::NonCrNonPd) return "NON-iCR/NON-iUPD";
  if (category == Category::ProgressiveDisease) return "iUPD";
  const std::string word(name_of(category));
  return word.size() == 2 && word != "NE" ? "i" + word : word;
}
}  // namespace

TEST(DecoratedPatients, GetTheFlagsOfTheirDefinitions)
{
  for_each_patient(
      [](const auto& readings, const auto& recist, const auto& protocol)
      {
        EXPECT_THAT(discordance::flags(readings, recist, 0, protocol), IsEmpty());
        for (std::size_t t = 1; t < recist.timepoints.size(); ++t)
        {
          const auto flags = discordance::flags(readings, recist, t, protocol);
          expect_flags_by_definition(readings, recist, t, flags);
          for (const auto& flag : flags) EXPECT_FALSE(flag.explanation.empty() || flag.numbers.empty() || flag.literature_for.empty());
        }
      });
}

TEST(DecoratedPatients, HaveCounterfactualsForEveryTargetAndEveryEarlierSum)
{
  for_each_patient(
      [](const auto& readings, const auto& recist, const auto& protocol)
      {
        const auto rows = counterfactuals(readings, protocol);
        const auto& targets = readings.of_role(LesionRole::Target);
        for (std::size_t t = 0; t < recist.timepoints.size(); ++t) EXPECT_EQ(rows[0].overall.at(t), name_of(recist.timepoints[t].overall));
        for (const auto& row : rows) EXPECT_EQ(row.overall.size(), recist.timepoints.size());
        const auto count = [&](std::string_view what)
        {
          const auto asks = [&](const Counterfactual& row) { return row.question.find(what) != std::string::npos; };
          return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), asks));
        };
        EXPECT_EQ(count("without "), targets.size());
        EXPECT_EQ(count(" missing"), targets.size());
        const auto has_sum = [](const auto& at) { return at.sum.has_value(); };
        const auto sums = std::count_if(recist.timepoints.begin(), recist.timepoints.end() - 1, has_sum);
        EXPECT_EQ(count("nadir at"), recist.timepoints[0].sum ? static_cast<std::size_t>(sums) : 0u);
      });
}

TEST(DecoratedPatients, GetEveryOtherCriterionAtEveryTimePoint)
{
  for_each_patient(
      [](const auto& readings, const auto& recist, const auto& protocol)
      {
        for (const auto criterion : all_criteria())
          for (const auto& response : assess_criterion(criterion, readings, recist, protocol))
          {
            ASSERT_EQ(response.timepoints.size(), recist.timepoints.size());
            EXPECT_EQ(response.timepoints[0].overall, "baseline");
            for (std::size_t t = 1; t < response.timepoints.size(); ++t)
            {
              const auto& at = response.timepoints[t];
              EXPECT_FALSE(at.overall.empty() || at.finding.rule.empty() || at.finding.explanation.empty());
              if (criterion == Criterion::Irecist) continue;
              EXPECT_EQ(at.target == "NA", !readings.has_targets());
              if (recist.timepoints[t].new_lesion == LesionState::Unequivocal)
              {
                EXPECT_EQ(at.overall, "PD");
              }
            }
          }
      });
}

// X1 to X5: until the first progression iRECIST is RECIST with an i; iCPD stays; a new lesion that is there forbids iCR.
TEST(DecoratedPatients, FollowRecistUntilTheFirstProgressionByIrecist)
{
  for_each_patient(
      [](const auto& readings, const auto& recist, const auto& protocol)
      {
        const auto response = irecist::assess(readings, protocol);
        bool progressed = false, confirmed = false;
        for (std::size_t t = 1; t < response.timepoints.size(); ++t)
        {
          const auto& at = response.timepoints[t];
          const std::string word(name_of(at.overall));
          const bool plain = recist.timepoints[t].new_lesion == LesionState::None;
          progressed = progressed || recist.timepoints[t].overall == Category::ProgressiveDisease || word == "iUPD" || !plain;
          if (!progressed && word != "NE")
          {
            EXPECT_EQ(word, immune(recist.timepoints[t].overall)) << "time point " << t;
          }
          if (confirmed)
          {
            EXPECT_EQ(word, "iCPD");
          }
          confirmed = confirmed || word == "iCPD";
          for (const auto lesion : readings.of_role(LesionRole::New))
            if (readings.timepoints()[t].lesions[lesion].state == LesionState::Unequivocal)
            {
              EXPECT_NE(word, "iCR");
            }
        }
        const auto best = irecist::best_response(response);
        EXPECT_EQ(best.confirmed_progression.has_value(), confirmed);
      });
}

TEST(DecoratedPatients, HaveOneEdgeForEveryLesionAndFollowUp)
{
  for_each_patient(
      [](const auto& readings, const auto&, const auto&)
      {
        const auto edges = lineage(readings);
        EXPECT_EQ(edges.size(), readings.lesions().size() * (readings.timepoints().size() - 1));
        for (const auto& edge : edges)
        {
          const auto& now = readings.timepoints()[edge.to_timepoint].lesions[edge.from_lesion];
          EXPECT_LT(edge.from_timepoint, edge.to_timepoint);
          EXPECT_EQ(edge.event == LineageEvent::Merged, now.state == LesionState::MergedInto);
          EXPECT_EQ(edge.to_lesion != edge.from_lesion, now.state == LesionState::MergedInto);
          EXPECT_EQ(edge.fragments > 1, now.state == LesionState::Split);
          if (now.state == LesionState::NotDone)
          {
            EXPECT_EQ(edge.event, LineageEvent::NotSeen);
          }
          EXPECT_FALSE(in_words(readings, edge).empty());
        }
      });
}

TEST(DecoratedPatients, ConformAtBaselineExactlyWhenNothingIsFound)
{
  for_each_patient(
      [](const auto& readings, const auto&, const auto& protocol)
      {
        const auto answer = recist_1_1::baseline_conformance(readings, protocol);
        bool conforms = true;
        for (const auto& finding : answer.findings) conforms = conforms && finding.outcome != "does not conform";
        for (const auto target : readings.of_role(LesionRole::Target))
          conforms = conforms && answer.lesions[target].result == recist_1_1::Measurability::Measurable;
        EXPECT_EQ(answer.conforms, conforms);
        EXPECT_LE(readings.of_role(LesionRole::Target).size(), 5u);
      });
}

// R11: a span starts where it says and never ends before it starts; without a date there is none.
TEST(DecoratedPatients, HaveDurationsFromTheirResponseToTheirProgression)
{
  for_each_patient(
      [](const auto&, const auto& recist, const auto& protocol)
      {
        const auto course = recist_1_1::course_of(recist, protocol);
        ASSERT_EQ(course.visits.size() + 1, recist.timepoints.size());
        for (std::size_t i = 0; i < course.visits.size(); ++i) EXPECT_EQ(course.visits[i].category, recist.timepoints[i + 1].overall);
        const auto best = recist_1_1::best_response(course, protocol).unconfirmed;
        const auto spans = recist_1_1::durations(course, best, protocol);
        const bool responded = best.category == Category::CompleteResponse || best.category == Category::PartialResponse;
        EXPECT_TRUE(responded || !spans.response);
        EXPECT_TRUE(best.category == Category::CompleteResponse || !spans.complete_response);
        EXPECT_TRUE(!(responded && spans.stable_disease));
        const bool ended = spans.response && spans.progression && spans.response->end == recist_1_1::Duration::End::Progression;
        EXPECT_TRUE(!ended || spans.response->days == days_between(*spans.first_response, *spans.progression));
      });
}
