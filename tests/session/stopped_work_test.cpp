// Work that nobody waits for any more is left where it stands, and asking changes nothing of what is found.
#include "imaging/result/stop_request.h"

#include <gmock/gmock.h>

#include <atomic>

#include "imaging/registration/fixed_chunks.h"
#include "measure/assessment/drawn_lesion.h"
#include "measure/assessment/series_pairing.h"
#include "measure/assessment/tissue_task.h"
#include "segmentation/lesion/segment_lesion.h"
#include "segmentation/propagation/propagate_lesion.h"
#include "segmentation/propagation/register_dates.h"
#include "session/live_assessment.h"
#include "tests/session/recorded_case.h"

using namespace nadir;
using nadir::testing::case_in;
using nadir::testing::phantom_case;
using nadir::testing::RecordedCase;

namespace
{
/// How often work asks whether it should stop.
template <class Work> int asks_of(const Work& work)
{
  std::atomic<int> asks{0};
  EXPECT_TRUE(unless_stopped(
      [&]
      {
        ++asks;
        return false;
      },
      work));
  return asks;
}

/// Work that is asked to stop half-way is left; how often it asks after that is bounded by the helpers, which each ask once.
template <class Work> void expect_left_half_way(const std::string& name, int fewest_asks, const Work& work)
{
  asks_of(work);  // whatever is loaded once is there now
  const int whole = asks_of(work);
  EXPECT_GE(whole, fewest_asks) << name << " asks too rarely to stop soon";
  std::atomic<int> asks{0};
  EXPECT_FALSE(unless_stopped([&] { return ++asks > whole / 2; }, work)) << name << " went on";
  EXPECT_LT(asks, whole / 2 + 40) << name << " went on for a while";
}

/// The baseline and follow-up of a phantom, their lesions by mask, and the stacks they lie on.
struct Dates
{
  Dates()
  {
    for (const auto& timepoint : input.timepoints) open.emplace(timepoint.label, *measure::OpenTimepoint::open(timepoint));
    const auto prepared = live.prepare(
        record.store().reading(), [this](const reading::Digest& digest) { return record.store().blob(digest); }, open);
    const auto assessment = live.assess(*prepared, measure::Thoroughness::Live);
    EXPECT_TRUE(assessment) << assessment.failure().message();
    tasks = live.tissues_to_tell();
    EXPECT_EQ(tasks.size(), 2u);
    drawn = *assessment->timepoints[0].lesions[0].longest_diameter;
  }

  measure::Case input = case_in(phantom_case("partial-response"));
  RecordedCase record{input};
  session::LiveAssessment live;
  session::LiveAssessment::OpenTimepoints open;
  std::vector<measure::TissueTask> tasks;
  measure::Caliper drawn;
};
}  // namespace

TEST(StoppedWork, GivesItsResultWhenNobodyAsksIt)
{
  EXPECT_EQ(unless_stopped([] { return false; },
                           []
                           {
                             stop_if_asked();
                             return 7;
                           }),
            7);
  EXPECT_EQ(unless_stopped([] { return true; },
                           []
                           {
                             stop_if_asked();
                             return 7;
                           }),
            std::nullopt);
  stop_if_asked();  // outside of any work: nothing
  EXPECT_FALSE(stop_question());
}

TEST(StoppedWork, InChunksIsNeverTakenForWhole)
{
  std::atomic<int> done{0};
  const auto all = unless_stopped([&] { return done > 3; },
                                  [&]
                                  {
                                    imaging::for_fixed_chunks(1600, [&](const imaging::Chunk&) { ++done; });
                                    return true;
                                  });
  EXPECT_FALSE(all);
  EXPECT_LT(done, 16);
}

TEST(StoppedWork, OfSegmentingTellingTissueRegisteringAndPropagating)
{
  Dates dates;
  const auto& task = dates.tasks.front();
  auto& volumes = task.opened->volumes();
  std::vector<std::string> warnings;
  const auto channels = measure::outlining_channels(*task.stack, volumes, warnings);
  ASSERT_TRUE(channels);
  segmentation::LesionPrompt prompt;
  prompt.long_axis = segmentation::PromptLine{dates.drawn.from, dates.drawn.to};
  const auto segment = [&] { return segmentation::segment_lesion(*channels, prompt); };
  expect_left_half_way("segmenting", 50, segment);
  const auto found = unless_stopped([] { return false; }, segment);
  EXPECT_EQ((*found)->mask.count(), segment()->mask.count()) << "asking changes nothing";

  expect_left_half_way("telling tissue", 20, [&] { return measure::tell_tissue(task); });

  const auto& later = dates.open.at(TimepointLabel{"follow-up"});
  const auto* twin = measure::twin_of(*task.stack, later->images());
  ASSERT_NE(twin, nullptr);
  const auto before = volumes.of(*task.stack), after = later->volumes().of(*twin);
  ASSERT_TRUE(before && after);
  const std::vector lesions{task.mask};
  const auto registering = [&] { return segmentation::register_dates(**before, **after, lesions); };
  expect_left_half_way("registering", 50, registering);
  const auto transform = registering();
  ASSERT_TRUE(transform) << transform.failure().message();
  expect_left_half_way("propagating", 20, [&] { return segmentation::propagate_lesion({**before, **after}, task.mask, *transform); });
}

/// What an assessment keeps between passes must bear being left: the next pass gives what a first one gives.
TEST(StoppedWork, LeavesALiveAssessmentThatGoesOnAfterwards)
{
  Dates dates;
  const auto prepared = dates.live.prepare(
      dates.record.store().reading(), [&](const reading::Digest& digest) { return dates.record.store().blob(digest); }, dates.open);
  ASSERT_TRUE(prepared);
  session::LiveAssessment fresh;
  const auto again = fresh.prepare(
      dates.record.store().reading(), [&](const reading::Digest& digest) { return dates.record.store().blob(digest); }, dates.open);
  for (const int most : {1, 5, 25})
  {
    std::atomic<int> asks{0};
    const auto left = unless_stopped([&] { return ++asks > most; }, [&] { return fresh.assess(*again, measure::Thoroughness::Complete); });
    EXPECT_FALSE(left);
  }
  const auto whole = fresh.assess(*again, measure::Thoroughness::Complete),
             expected = dates.live.assess(*prepared, measure::Thoroughness::Complete);
  ASSERT_TRUE(whole && expected);
  EXPECT_EQ(whole->timepoints[1].response.sum_of_diameters, expected->timepoints[1].response.sum_of_diameters);
  EXPECT_EQ(whole->timepoints[0].lesions[0].tissue.has_value(), expected->timepoints[0].lesions[0].tissue.has_value());
}
