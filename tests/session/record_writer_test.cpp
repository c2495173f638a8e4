#include "session/record_writer.h"

#include <gmock/gmock.h>

#include "session/begin_record.h"
#include "session/compare_results.h"
#include "tests/session/recorded_case.h"

using namespace nadir;
using nadir::testing::case_in;
using nadir::testing::phantom_case;
using nadir::testing::RecordedCase;
using nadir::testing::TemporaryFolder;
using ::testing::HasSubstr;

TEST(RecordWriter, RecordsACaseAndItsImagesByDigest)
{
  const auto input = case_in(phantom_case("partial-response"));
  RecordedCase record(input);
  const auto& content = record.store().reading().content();
  ASSERT_EQ(content.timepoints.size(), 2u);
  EXPECT_EQ(content.lesions.size(), input.lesions.size());
  const auto list = record.store().blob(content.timepoints[0].images);
  ASSERT_TRUE(list);
  EXPECT_EQ(session::digest_of(*list), content.timepoints[0].images);
  EXPECT_EQ(record.store().place_of(content.timepoints[0].images), std::filesystem::absolute(input.timepoints[0].folder));
}

TEST(RecordWriter, TellsOfEveryConfirmedEventAndOfNoOther)
{
  const TemporaryFolder folder;
  auto store = session::begin_record(folder.path() / "P1.nadir", {"P1", reading::ReaderId{"A"}});
  ASSERT_TRUE(store);
  std::vector<std::int64_t> told;
  session::RecordWriter writer(*store,
                               {reading::ReaderId{"A"}, "", [&](const reading::Event& event) { told.push_back(event.sequence); }, {}});
  EXPECT_TRUE(writer.issue(reading::AddComment{"seen"}));
  EXPECT_FALSE(writer.issue(reading::Redo{}));
  EXPECT_TRUE(writer.issue(reading::Undo{}));
  EXPECT_EQ(told, (std::vector<std::int64_t>{2, 3}));
}

TEST(RecordWriter, KeepsTheCaliperBesideAMask)
{
  auto input = case_in(phantom_case("partial-response"));
  auto& prompt = std::get<measure::MaskPrompt>(input.lesions[0].prompts.at(TimepointLabel{"baseline"}));
  prompt.drawn = measure::CaliperPrompt{{{0, 0, 0}, {30, 0, 0}}, std::nullopt};
  RecordedCase record(input);
  const auto& marks = record.store().reading().content().lesions[0].marks.at(TimepointLabel{"baseline"});
  EXPECT_TRUE(marks.caliper && marks.mask);
}

TEST(RecordWriter, RefusesStrokesInsteadOfForgettingThem)
{
  auto input = case_in(phantom_case("partial-response"));
  input.lesions[0].prompts[TimepointLabel{"baseline"}] = measure::DrawnPrompt{measure::LinePrompt{{0, 0, 0}, {30, 0, 0}}, {}, {}, {}, {}};
  const TemporaryFolder folder;
  auto store = session::begin_record(folder.path() / "P1.nadir", {"P1", reading::ReaderId{"A"}});
  ASSERT_TRUE(store);
  const auto issued = session::RecordWriter(*store, {reading::ReaderId{"A"}, {}, {}, {}}).issue_case(input);
  ASSERT_FALSE(issued);
  EXPECT_THAT(issued.failure().message(), HasSubstr("strokes"));
}

TEST(RecordWriter, LocksWithNumbersThatAreTheSameWhenTheyAreComputedAgain)
{
  RecordedCase record(case_in(phantom_case("partial-response")));
  const auto locked = session::RecordWriter(record.store(), {reading::ReaderId{"A"}, {}, {}, {}}).lock();
  ASSERT_TRUE(locked) << locked.failure().message();
  EXPECT_EQ(record.store().reading().phase(), reading::Phase::Locked);
  const auto results = record.store().blob(record.store().reading().results());
  ASSERT_TRUE(results);
  const auto compared = session::compare_results(*results, *results, session::ResultScope::Everything);
  EXPECT_GT(compared.compared, 50u);
  EXPECT_TRUE(compared.differences.empty());
}
