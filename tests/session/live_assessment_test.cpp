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

Result<measure::Assessment> live_assessment(session::LiveAssessment& live, RecordedCase& record, const session::LiveAssessment::OpenTimepoints& open,
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
      const auto act = has_caliper ? reading::Act(reading::MoveCaliper{lesion.lesion.id, label, caliper}) : reading::Act(reading::PlaceCaliper{lesion.lesion.id, label, caliper});
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
  EXPECT_TRUE(shown.timepoints[1].response.overall_response.empty() && shown.timepoints[1].flags.empty() && shown.timepoints[1].response.findings.empty());
}
