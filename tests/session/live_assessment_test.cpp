// What is kept between assessments must not show: the live assessment is the one made from scratch, whatever was done before it.
#include "session/live_assessment.h"

#include <gmock/gmock.h>

#include <random>

#include "report/table/assessment_json.h"
#include "session/blinded.h"
#include "session/record_case.h"
#include "session/record_sources.h"
#include "session/record_writer.h"
#include "tests/session/recorded_case.h"

using namespace nadir;
using measure::Thoroughness;
using nadir::testing::case_in;
using nadir::testing::phantom_case;
using nadir::testing::RecordedCase;
using ::testing::HasSubstr;

namespace
{
const TimepointLabel baseline{"baseline"};
const TimepointLabel follow_up{"follow-up"};

/// Open images of every time point of a case.
session::LiveAssessment::OpenTimepoints opened(const measure::Case& input)
{
  session::LiveAssessment::OpenTimepoints open;
  for (const auto& timepoint : input.timepoints) open.emplace(timepoint.label, *measure::OpenTimepoint::open(timepoint));
  return open;
}

session::LiveAssessment::Blobs blobs_of(RecordedCase& record)
{
  return [&record](const reading::Digest& digest) { return record.store().blob(digest); };
}

Result<measure::Assessment> live_assessment(session::LiveAssessment& live, RecordedCase& record,
                                            const session::LiveAssessment::OpenTimepoints& open,
                                            Thoroughness thoroughness = Thoroughness::Complete)
{
  const auto prepared = live.prepare(record.store().reading(), blobs_of(record), open);
  return prepared ? live.assess(*prepared, thoroughness) : Result<measure::Assessment>(prepared.failure());
}

Result<measure::Assessment> from_scratch(RecordedCase& record)
{
  const auto sources = session::sources_of(record.store());
  const auto input = session::case_of(record.store().reading(), *sources);
  return input ? session::assess(*input) : Result<measure::Assessment>(input.failure());
}

std::string numbers_of(const measure::KeyImage& image)
{
  std::string text = image.caption + " " + std::to_string(image.window_center) + " " + std::to_string(image.window_width);
  for (const auto& caliper : image.calipers) text += " " + caliper.label;
  for (const auto& contour : image.contours) text += " " + std::to_string(contour.size());
  return text + " " + std::to_string(image.values.size());
}

std::string pictures_of(const measure::Assessment& assessment)
{
  std::string text;
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& lesion : timepoint.lesions) text += (lesion.key_image ? numbers_of(*lesion.key_image) : "none") + "\n";
  return text;
}

void expect_same(const Result<measure::Assessment>& live, const Result<measure::Assessment>& scratch, const std::string& after)
{
  ASSERT_EQ(live.has_value(), scratch.has_value()) << after << ": " << (live ? scratch : live).failure().message();
  if (!live)
  {
    EXPECT_EQ(live.failure().message(), scratch.failure().message()) << after;
    return;
  }
  EXPECT_EQ(report::to_json(*live), report::to_json(*scratch)) << after;
  EXPECT_EQ(pictures_of(*live), pictures_of(*scratch)) << after;
}

reading::DrawnCaliper moved(const measure::Caliper& caliper, double by)
{
  return {{caliper.from, caliper.to + PatientVector{by, 0, 0}}, std::nullopt, caliper.series, caliper.sop_instance};
}
}  // namespace

TEST(LiveAssessment, IsTheOneFromScratchOnPhantomCases)
{
  for (const char* name : {"partial-response", "nodal-calipers", "progression-by-new-lesion"})
  {
    const auto input = case_in(phantom_case(name));
    RecordedCase record(input);
    session::LiveAssessment live;
    expect_same(live_assessment(live, record, opened(input)), from_scratch(record), name);
  }
}

TEST(LiveAssessment, IsTheOneFromScratchAfterRandomEdits)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  session::LiveAssessment live;
  const auto open = opened(input);
  const auto first = live_assessment(live, record, open);
  ASSERT_TRUE(first) << first.failure().message();
  std::mt19937 random(20261129);
  const auto lesions = first->timepoints[0].lesions;
  for (int edit = 0; edit < 16; ++edit)
  {
    const auto& lesion = lesions[random() % lesions.size()];
    const auto& label = random() % 2 == 0 ? baseline : follow_up;
    const std::size_t t = label == baseline ? 0 : 1;
    const auto* marks = record.store().reading().find(lesion.lesion.id) ? &record.store().reading().find(lesion.lesion.id)->marks : nullptr;
    const bool has_caliper = marks && marks->contains(label) && marks->at(label).caliper;
    const auto& drawn = first->timepoints[t].lesions[static_cast<std::size_t>(&lesion - lesions.data())].longest_diameter;
    const auto choice = random() % 5;
    if (choice < 3 && drawn)
    {
      const auto caliper = moved(*drawn, 0.125 * static_cast<double>(1 + random() % 40));
      const auto act = has_caliper ? reading::Act(reading::MoveCaliper{lesion.lesion.id, label, caliper})
                                   : reading::Act(reading::PlaceCaliper{lesion.lesion.id, label, caliper});
      if (const auto done = session::RecordWriter(record.store(), {reading::ReaderId{"A"}, {}, {}, {}}).issue(act); !done) continue;
    }
    else if (choice == 3 && !record.store().reading().undoable().empty() && edit % 2 == 1) record.issue(reading::Undo{});
    else record.issue(reading::SetState{lesion.lesion.id, label, {"NOT_EVALUABLE", "motion"}});
    expect_same(live_assessment(live, record, open), from_scratch(record), "edit " + std::to_string(edit));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(LiveAssessment, OfMarkedLesionsDiffersFromTheCompleteOneInPicturesAndDigestsAlone)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  session::LiveAssessment live;
  const auto open = opened(input);
  const auto first = live_assessment(live, record, open, Thoroughness::Live);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->timepoints[0].lesions[0].tissue) << "what takes seconds is not waited for";
  const auto tasks = live.tissues_to_tell();
  EXPECT_EQ(tasks.size(), 2u);
  for (const auto& task : tasks) live.take_tissue(task, measure::tell_tissue(task));
  EXPECT_TRUE(live.tissues_to_tell().empty());
  const auto quick = live_assessment(live, record, open, Thoroughness::Live);
  auto complete = live_assessment(live, record, open);
  ASSERT_TRUE(quick && complete);
  EXPECT_TRUE(quick->timepoints[0].lesions[0].tissue);
  EXPECT_FALSE(quick->timepoints[0].lesions[0].key_image);
  complete->inputs.clear();
  EXPECT_EQ(report::to_json(*quick), report::to_json(*complete));
}

TEST(LiveAssessment, LeavesALesionThatNobodyMarkedOpen)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  const auto lesion = input.lesions.front().lesion.id;
  record.issue(reading::ClearMarks{lesion, follow_up});
  session::LiveAssessment live;
  const auto quick = live_assessment(live, record, opened(input), Thoroughness::Live);
  ASSERT_TRUE(quick) << quick.failure().message();
  EXPECT_EQ(quick->timepoints[1].lesions[0].state, "NOT_DONE");
}

TEST(LiveAssessment, ASegmentationGivesTheVolumeAndTheCaliperBesideItTheDiameter)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  session::LiveAssessment live;
  const auto open = opened(input);
  const auto by_mask = live_assessment(live, record, open);
  ASSERT_TRUE(by_mask) << by_mask.failure().message();
  const auto& found = by_mask->timepoints[0].lesions[0];
  ASSERT_TRUE(found.longest_diameter && found.volume);
  const auto caliper = moved(*found.longest_diameter, 3.0);
  record.issue(reading::PlaceCaliper{found.lesion.id, baseline, caliper});

  const auto both = live_assessment(live, record, open);
  ASSERT_TRUE(both) << both.failure().message();
  const auto& measured = both->timepoints[0].lesions[0];
  EXPECT_DOUBLE_EQ(measured.longest_diameter->length.value(), distance(caliper.longest.from, caliper.longest.to).value());
  EXPECT_DOUBLE_EQ(measured.volume->value(), found.volume->value());
  EXPECT_EQ(measured.tissue.has_value(), found.tissue.has_value());
  EXPECT_THAT(measured.evidence.end_point_rule, HasSubstr("where the reader put it"));
  EXPECT_NE(both->timepoints[0].response.sum_of_diameters->value(), by_mask->timepoints[0].response.sum_of_diameters->value());
}

TEST(LiveAssessment, RefusesToCompleteWithoutTheImages)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  session::LiveAssessment live;
  auto open = opened(input);
  open.erase(follow_up);
  const auto complete = live_assessment(live, record, open);
  ASSERT_FALSE(complete);
  EXPECT_THAT(complete.failure().message(), HasSubstr("follow-up"));
}

TEST(Blinded, HidesDatesResponsesAndWhatOtherTimePointsShow)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  session::LiveAssessment live;
  const auto whole = live_assessment(live, record, opened(input));
  ASSERT_TRUE(whole);
  ASSERT_FALSE(whole->timepoints[0].date.empty());
  const auto shown = session::blinded(*whole, follow_up);
  ASSERT_EQ(shown.timepoints.size(), 2u);
  EXPECT_TRUE(shown.timepoints[0].date.empty() && shown.timepoints[1].date.empty());
  EXPECT_EQ(shown.timepoints[0].lesions[0].lesion.id, whole->timepoints[0].lesions[0].lesion.id);
  EXPECT_FALSE(shown.timepoints[0].lesions[0].longest_diameter);
  EXPECT_TRUE(shown.timepoints[1].lesions[0].longest_diameter);
  EXPECT_TRUE(shown.timepoints[1].response.overall_response.empty() && shown.timepoints[1].flags.empty() &&
              shown.timepoints[1].response.findings.empty());
}

namespace
{
const LesionId first_target{"T01"};
const LesionId second_target{"T02"};

/// A record of the phantom with a second target beside the first, measured by calipers of 20 mm at both dates.
struct TwoTargets
{
  TwoTargets()
  {
    const auto first = live_assessment(live, record, open);
    EXPECT_TRUE(first) << first.failure().message();
    record.issue(reading::MarkLesion{{second_target, measure::LesionRole::Target, "soft tissue", false}});
    for (std::size_t t = 0; t < 2; ++t)
    {
      const auto& drawn = *first->timepoints[t].lesions[0].longest_diameter;
      record.issue(reading::PlaceCaliper{
          second_target, t == 0 ? baseline : follow_up, {line(drawn, 20), std::nullopt, drawn.series, drawn.sop_instance}});
    }
    baseline_mm = first->timepoints[0].lesions[0].response_contribution->value();
  }

  static reading::Line line(const measure::Caliper& along, double mm)
  {
    return {along.from, along.from + (mm / along.length.value()) * (along.to - along.from)};
  }

  measure::Assessment now(Thoroughness thoroughness = Thoroughness::Live)
  {
    const auto assessment = live_assessment(live, record, open, thoroughness);
    EXPECT_TRUE(assessment) << assessment.failure().message();
    return assessment ? *assessment : measure::Assessment{};
  }

  measure::Case input = case_in(phantom_case("partial-response"));
  RecordedCase record{input};
  session::LiveAssessment live;
  session::LiveAssessment::OpenTimepoints open = opened(input);
  double baseline_mm = 0;
};
}  // namespace

/// Rule T4: the parts of a split lesion are added.
TEST(LiveAssessment, AddsThePartsOfASplitLesion)
{
  TwoTargets reading;
  const reading::Fragment drawn{reading::Line{{0, 0, 0}, {3, 4, 0}}, {}, {}, {}};
  reading.record.issue(reading::SetState{second_target, follow_up, {"SPLIT", "", {drawn, {{}, Millimeters{7.5}, {}, {}}}, {}}});
  const auto assessment = reading.now();
  const auto& lesion = assessment.timepoints[1].lesions[1];
  EXPECT_EQ(lesion.state, "SPLIT");
  EXPECT_NEAR(lesion.response_contribution->value(), 5.0 + 7.5, 1e-9);
  EXPECT_NEAR(assessment.timepoints[0].response.sum_of_diameters->value(), reading.baseline_mm + 20.0, 0.11)
      << "both are measured at baseline; lengths count in 0.1 mm";
  expect_same(live_assessment(reading.live, reading.record, reading.open), from_scratch(reading.record), "split");
}

/// Rule T4: the whole mass is the carrier's; the other counts 0 mm and has not disappeared.
TEST(LiveAssessment, CountsAMergedLesionOnceWithItsCarrier)
{
  TwoTargets reading;
  reading.record.issue(reading::SetState{second_target, follow_up, {"MERGED_INTO", "", {}, first_target}});
  const auto assessment = reading.now();
  const auto& at = assessment.timepoints[1];
  EXPECT_EQ(at.lesions[1].merged_into, first_target);
  EXPECT_DOUBLE_EQ(at.lesions[1].response_contribution->value(), 0.0);
  EXPECT_DOUBLE_EQ(at.response.sum_of_diameters->value(), at.lesions[0].response_contribution->value());
  EXPECT_NE(at.response.target_response, "CR");
  expect_same(live_assessment(reading.live, reading.record, reading.open), from_scratch(reading.record), "merged");
}

TEST(LiveAssessment, KeepsTheOtherLesionsWhenOneCannotBeMeasured)
{
  TwoTargets reading;
  EXPECT_FALSE(reading.now().timepoints[1].response.overall_response.empty());
  reading.record.issue(reading::ChangeOrgan{second_target, "lymph node", true});  // its calipers have no short axis
  const auto assessment = reading.now();
  EXPECT_TRUE(assessment.timepoints[0].lesions[0].longest_diameter && assessment.timepoints[1].lesions[0].longest_diameter);
  ASSERT_EQ(reading.live.unmeasured().size(), 2u);
  EXPECT_THAT(reading.live.unmeasured()[0].why, ::testing::AllOf(HasSubstr("T02"), HasSubstr("baseline"), HasSubstr("short axis counts")));
  for (const auto& timepoint : assessment.timepoints)
  {
    EXPECT_TRUE(timepoint.response.overall_response.empty());
    EXPECT_FALSE(timepoint.response.sum_of_diameters) << "a sum without T02 would be another sum";
    EXPECT_TRUE(timepoint.flags.empty());
  }
  const auto& findings = assessment.timepoints[1].response.findings;
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings.back().outcome, "withheld");
  EXPECT_THAT(findings.back().explanation, HasSubstr("T02"));
  EXPECT_FALSE(live_assessment(reading.live, reading.record, reading.open)) << "nothing that is to be kept is made without it";
  reading.record.issue(reading::Undo{});
  EXPECT_FALSE(reading.now().timepoints[1].response.overall_response.empty());
  EXPECT_TRUE(reading.live.unmeasured().empty());
}

/// What was told before the lesion that cannot be measured stays: the nadir before it is known.
TEST(LiveAssessment, WithholdsNoResponseBeforeTheLesionThatCannotBeMeasured)
{
  TwoTargets reading;
  reading.record.issue(
      reading::MoveCaliper{second_target, follow_up, {{{9000, 0, 0}, {9020, 0, 0}}, std::nullopt, SeriesUid{"1.2.3"}, {}}});
  const auto assessment = reading.now();
  if (reading.live.unmeasured().empty()) GTEST_SKIP() << "a caliper beside the images is measured with a warning";
  EXPECT_TRUE(assessment.timepoints[0].response.sum_of_diameters);
  EXPECT_FALSE(assessment.timepoints[1].response.sum_of_diameters);
}

TEST(Blinded, LeavesNoDayInWords)
{
  EXPECT_EQ(session::without_dates("taken on 2024-01-15, before 20240422; 1.2.840.20240422.5 mm 2024-13-01"),
            "taken on (date hidden), before (date hidden); 1.2.840.(date hidden).5 mm 2024-13-01");
  EXPECT_EQ(session::without_dates("sum 54.1 to 60.3 mm"), "sum 54.1 to 60.3 mm");
}
