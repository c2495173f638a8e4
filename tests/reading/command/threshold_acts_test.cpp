// A threshold of necrosis that a reader sets: an act with a reason, in the state, undone and redone like any other.
#include <gmock/gmock.h>

#include "reading/audit/event_words.h"
#include "reading/command/decide.h"
#include "reading/record/event_text.h"
#include "tests/reading/record/random_reader.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::digest_of;
using nadir::testing::stamp_of;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
const LesionId t01{"T01"};
const TimepointLabel baseline{"baseline"}, followup{"follow-up"};
const measure::StatedThreshold set{"enhancement", 0.41};

class ThresholdActs : public ::testing::Test
{
protected:
  ThresholdActs()
  {
    reading.apply(nadir::testing::beginning());
    for (const Act& act : {Act(LoadImages{baseline, digest_of(1)}), Act(LoadImages{followup, {}}),
                           Act(MarkLesion{{t01, measure::LesionRole::Target, "soft tissue", false}}),
                           Act(AcceptSegmentation{t01, baseline, {digest_of(2), std::nullopt, "one click"}})})
      issue(act);
  }

  Result<Event> asked(const Act& act, const std::string& why = "necrosis with blood") const
  {
    return decide(reading, {act, ReaderId{"A"}, why}, stamp_of(reading.events()));
  }
  std::string issue(const Act& act)
  {
    const auto event = asked(act);
    EXPECT_TRUE(event) << event.failure().message();
    const auto words = in_words(*event, reading);
    reading.apply(*event);
    return words;
  }
  void expect_refused(const Act& act, RecordError error, const std::string& words, const std::string& why = "because") const
  {
    const auto event = asked(act, why);
    ASSERT_FALSE(event);
    EXPECT_TRUE(event.failure().is(error)) << event.failure().message();
    EXPECT_THAT(event.failure().message(), HasSubstr(words));
  }
  std::optional<measure::StatedThreshold> threshold() const { return reading.find(t01)->marks.at(baseline).threshold; }

  Reading reading;
};
}  // namespace

TEST_F(ThresholdActs, SayOldAndNewValueAndTheAutomaticOne)
{
  EXPECT_EQ(issue(SetNecrosisThreshold{t01, baseline, set, 0.28}),
            "set the necrosis threshold of T01 at \"baseline\" to enhancement 0.41 x reference tissue instead of automatic 0.28");
  EXPECT_EQ(issue(SetNecrosisThreshold{t01, baseline, {"enhancement", 0.5}, 0.28}),
            "set the necrosis threshold of T01 at \"baseline\" to enhancement 0.50 x reference tissue instead of enhancement 0.41 x "
            "reference tissue (automatic 0.28)");
  EXPECT_EQ(issue(ResetNecrosisThreshold{t01, baseline}),
            "went back to the automatic necrosis threshold of T01 at \"baseline\" from enhancement 0.50 x reference tissue");
}

TEST_F(ThresholdActs, AreUndoneAndRedone)
{
  const auto before = reading.state_digest();
  issue(SetNecrosisThreshold{t01, baseline, set, std::nullopt});
  EXPECT_EQ(threshold(), set);
  EXPECT_NE(reading.state_digest(), before);
  issue(Undo{});
  EXPECT_EQ(reading.state_digest(), before);
  issue(Redo{});
  EXPECT_EQ(threshold(), set);
}

TEST_F(ThresholdActs, StayWithACorrectedSegmentationAndGoWithTheMarks)
{
  issue(SetNecrosisThreshold{t01, baseline, set, std::nullopt});
  issue(AcceptSegmentation{t01, baseline, {digest_of(3), std::nullopt, "brush"}});
  EXPECT_EQ(threshold(), set);
  issue(SetState{t01, baseline, {"NOT_EVALUABLE", "movement", {}, {}}});
  EXPECT_EQ(threshold(), std::nullopt);
}

TEST_F(ThresholdActs, AreRefusedWithoutReasonSegmentationOrSense)
{
  expect_refused(SetNecrosisThreshold{t01, baseline, set, {}}, RecordError::ReasonMissing, "needs a reason", " ");
  expect_refused(SetNecrosisThreshold{t01, followup, set, {}}, RecordError::NotAllowed, "no segmentation");
  expect_refused(SetNecrosisThreshold{t01, baseline, {"luminance", 1.0}, {}}, RecordError::TextInvalid, "luminance");
  expect_refused(SetNecrosisThreshold{t01, baseline, {"ADC", std::numeric_limits<double>::infinity()}, {}}, RecordError::TextInvalid,
                 "impossible");
  expect_refused(SetNecrosisThreshold{t01, baseline, {"ADC", std::numeric_limits<double>::quiet_NaN()}, {}}, RecordError::TextInvalid,
                 "impossible");
  expect_refused(ResetNecrosisThreshold{t01, baseline}, RecordError::NotAllowed, "automatic one already");
  issue(SetNecrosisThreshold{t01, baseline, set, {}});
  expect_refused(SetNecrosisThreshold{t01, baseline, set, 0.3}, RecordError::NotAllowed, "set there already");
  issue(Lock{});
  expect_refused(ResetNecrosisThreshold{t01, baseline}, RecordError::Locked, "is locked");
}

TEST_F(ThresholdActs, SayTheirFormSoThatOlderProgramsKnow)
{
  const auto event = *asked(SetNecrosisThreshold{t01, baseline, set, 0.28});
  const auto text = canonical_text(event);
  EXPECT_THAT(
      text,
      HasSubstr(
          R"("software":"nadir 0.1.0","form":2,"act":"set-necrosis-threshold","lesion":"T01","timepoint":"baseline","quantity":"enhancement","value":0.41,"automatic":0.28})"));
  const auto read = parse_event(text);
  ASSERT_TRUE(read) << read.failure().message();
  EXPECT_EQ(canonical_text(*read), text);
  EXPECT_THAT(canonical_text(*asked(AddComment{"as before"})), Not(HasSubstr("form")));
}
