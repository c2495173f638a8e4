// Commands that cannot be are refused in words; a locked version stays as it is.
#include "reading/command/decide.h"

#include <gmock/gmock.h>

#include "reading/command/text_rules.h"
#include "reading/record/event_text.h"
#include "tests/reading/record/random_reader.h"

using namespace nadir;
using namespace nadir::reading;
using nadir::testing::digest_of;
using nadir::testing::stamp_of;
using ::testing::HasSubstr;

namespace
{
const LesionId t01{"T01"};
const TimepointLabel baseline{"baseline"}, followup{"follow-up"};
const DrawnCaliper thirty_mm{{{0, 0, 0}, {30, 0, 0}}, {}, {}, {}};
const DrawnCaliper forty_mm{{{0, 0, 0}, {40, 0, 0}}, {}, {}, {}};

class Decide : public ::testing::Test
{
protected:
  Decide()
  {
    reading.apply(nadir::testing::beginning());
    for (const Act& act :
         {Act(LoadImages{baseline, digest_of(1)}), Act(LoadImages{followup, {}}),
          Act(MarkLesion{{t01, measure::LesionRole::Target, "soft tissue", false}}), Act(PlaceCaliper{t01, baseline, thirty_mm})})
      issue(act);
  }

  Result<Event> asked(const Act& act, const std::string& why = "", const std::string& who = "A") const
  {
    return decide(reading, {act, ReaderId{who}, why}, stamp_of(reading.events()));
  }
  void issue(const Act& act, const std::string& why = "", const std::string& who = "A")
  {
    const auto event = asked(act, why, who);
    ASSERT_TRUE(event) << event.failure().message();
    reading.apply(*event);
  }
  void expect_refused(const Act& act, RecordError error, const std::string& words, const std::string& why = "") const
  {
    const auto event = asked(act, why);
    ASSERT_FALSE(event) << name_of(act);
    EXPECT_TRUE(event.failure().is(error)) << event.failure().code() << ": " << event.failure().message();
    EXPECT_THAT(event.failure().message(), HasSubstr(words));
  }

  Reading reading;
};
}  // namespace

TEST_F(Decide, RefusesEverythingButSigningAndReopeningOnceLocked)
{
  issue(Lock{});
  const auto state = reading.state_digest();
  for (const Act& act :
       {Act(PlaceCaliper{t01, followup, forty_mm}), Act(MoveCaliper{t01, baseline, forty_mm}), Act(Undo{}), Act(Redo{}),
        Act(AddComment{"late"}), Act(Lock{}), Act(ClearMarks{t01, baseline}), Act(Reclassify{t01, measure::LesionRole::NonTarget}),
        Act(WithdrawLesion{t01}), Act(LoadImages{TimepointLabel{"third"}, {}}), Act(UseProtocol{digest_of(2)}),
        Act(ConfirmQuestion{"order"}), Act(MarkLesion{{LesionId{"T02"}, measure::LesionRole::New, "liver", false}}),
        Act(SetState{t01, followup, {"ABSENT", ""}}), Act(AcceptSegmentation{t01, followup, {digest_of(3), 1, "file"}}),
        Act(ChooseSeries{baseline, SeriesUid{"1.2.3"}})})
    expect_refused(act, RecordError::Locked, "Reopen it with a reason", "because");
  EXPECT_EQ(reading.state_digest(), state);
}

TEST_F(Decide, BindsLockAndSignatureToTheStateThatWasRead)
{
  const auto state = reading.state_digest();
  expect_refused(Lock{digest_of(5), {}}, RecordError::NotAllowed, "another state");
  issue(Lock{});
  EXPECT_EQ(reading.locked_state(), state);
  expect_refused(Sign{"read", digest_of(5)}, RecordError::NotAllowed, "another state");
  issue(Sign{"I have read these images", {}});
  ASSERT_EQ(reading.signatures().size(), 1u);
  EXPECT_EQ(reading.signatures().front().state, state);
  EXPECT_EQ(reading.phase(), Phase::Signed);
}

TEST_F(Decide, LetsEachReaderSignAVersionOnce)
{
  expect_refused(Sign{"too early", {}}, RecordError::NotAllowed, "Lock it first");
  issue(Lock{});
  issue(Sign{"read", {}});
  expect_refused(Sign{"again", {}}, RecordError::NotAllowed, "has signed this version already");
  issue(Sign{"agreed", {}}, "", "B");
  EXPECT_EQ(reading.signatures().size(), 2u);
}

TEST_F(Decide, ReopensWithAReasonOnlyAndThenWithoutTheSignatures)
{
  issue(Lock{});
  issue(Sign{"read", {}});
  for (const auto* blank : {"", "  \n\t"}) expect_refused(Reopen{}, RecordError::ReasonMissing, "needs a reason", blank);
  issue(Reopen{}, "the site sent the missing series");
  EXPECT_EQ(reading.version(), 2);
  EXPECT_TRUE(reading.signatures().empty());
  EXPECT_EQ(reading.phase(), Phase::Draft);
  issue(MoveCaliper{t01, baseline, forty_mm});
  expect_refused(Reopen{}, RecordError::NotAllowed, "open already", "why not");
}

TEST_F(Decide, WantsPlaceForTheFirstCaliperAndMoveForTheNext)
{
  expect_refused(PlaceCaliper{t01, baseline, forty_mm}, RecordError::NotAllowed, "Move it instead");
  expect_refused(MoveCaliper{t01, followup, forty_mm}, RecordError::NotAllowed, "no caliper to move");
  expect_refused(MoveCaliper{t01, baseline, thirty_mm}, RecordError::NotAllowed, "lies there already");
  expect_refused(PlaceCaliper{LesionId{"T09"}, baseline, forty_mm}, RecordError::NotAllowed, "no lesion \"T09\"");
  expect_refused(PlaceCaliper{t01, TimepointLabel{"week 12"}, forty_mm}, RecordError::NotAllowed, "no time point \"week 12\"");
  expect_refused(PlaceCaliper{t01, followup, {{{1, 2, 3}, {1, 2, 3}}, {}, {}, {}}}, RecordError::NotAllowed, "length zero");
  expect_refused(PlaceCaliper{t01, followup, {{{1, 2, 3}, {1e9, 2, 3}}, {}, {}, {}}}, RecordError::TextInvalid, "no place in a patient");
  expect_refused(PlaceCaliper{t01, followup, {{{1, 2, 3}, {NAN, 2, 3}}, {}, {}, {}}}, RecordError::TextInvalid, "no place in a patient");
}

TEST_F(Decide, HoldsStatesToTheirRoleAndReason)
{
  expect_refused(SetState{t01, followup, {"GONE", ""}}, RecordError::NotAllowed, "no state of a lesion");
  expect_refused(SetState{t01, followup, {"absent", ""}}, RecordError::NotAllowed, "no state of a lesion");
  expect_refused(SetState{t01, followup, {"PRESENT", ""}}, RecordError::NotAllowed, "cannot be said of a target lesion");
  expect_refused(SetState{t01, followup, {"NOT_EVALUABLE", " "}}, RecordError::ReasonMissing, "needs a \"reason\"");
  expect_refused(SetState{t01, baseline, {"ABSENT", ""}}, RecordError::NotAllowed, "not absent at baseline");
  expect_refused(SetState{t01, followup, {"MEASURED", ""}}, RecordError::NotAllowed, "comes from a caliper");
  issue(SetState{t01, followup, {"TOO_SMALL", ""}});
  expect_refused(Reclassify{t01, measure::LesionRole::NonTarget}, RecordError::NotAllowed, "TOO_SMALL cannot be said of a non-target");
}

TEST_F(Decide, LetsAStateReplaceWhatWasDrawnAndADrawingTheState)
{
  issue(SetState{t01, followup, {"TOO_SMALL", ""}});
  issue(PlaceCaliper{t01, followup, forty_mm});
  const auto& marks = reading.find(t01)->marks.at(followup);
  EXPECT_TRUE(marks.caliper);
  EXPECT_FALSE(marks.state);
  issue(AcceptSegmentation{t01, followup, {digest_of(7), {}, "one click"}});
  EXPECT_TRUE(reading.find(t01)->marks.at(followup).caliper) << "the diameter by hand stands beside the volume by segmentation";
  issue(SetState{t01, followup, {"ABSENT", ""}});
  EXPECT_FALSE(reading.find(t01)->marks.at(followup).mask);
}

TEST_F(Decide, CountsNoSegmentationTwice)
{
  issue(MarkLesion{{LesionId{"T02"}, measure::LesionRole::Target, "liver", false}});
  issue(AcceptSegmentation{t01, baseline, {digest_of(7), 1, "file"}});
  expect_refused(AcceptSegmentation{LesionId{"T02"}, baseline, {digest_of(7), 1, "file"}}, RecordError::NotAllowed, "count twice");
  issue(AcceptSegmentation{LesionId{"T02"}, baseline, {digest_of(7), 2, "file"}});
}

TEST_F(Decide, WantsAReasonForTakingALesionAway)
{
  expect_refused(WithdrawLesion{t01}, RecordError::ReasonMissing, "needs a reason");
  issue(WithdrawLesion{t01}, "a vessel");
  EXPECT_EQ(reading.find(t01), nullptr);
  issue(Undo{});
  EXPECT_TRUE(reading.find(t01)->marks.at(baseline).caliper);
}

TEST_F(Decide, ForgetsWhatWasUndoneOnceSomethingElseIsDone)
{
  issue(Undo{});
  issue(AddComment{"other"});
  expect_refused(Redo{}, RecordError::NothingToUndo, "nothing to redo");
}

TEST_F(Decide, RefusesNamesAndTextsThatCouldNotBeReadBack)
{
  for (const std::string wrong : {"", "  ", "two\nlines", "\x1b[31m", "\xff\xfe", "\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80"})
  {
    EXPECT_FALSE(asked(AddComment{"fine"}, "", wrong)) << wrong;
    EXPECT_FALSE(asked(LoadImages{TimepointLabel{wrong}, {}})) << wrong;
  }
  EXPECT_FALSE(asked(AddComment{std::string(1 << 20, 'x')}));
  EXPECT_FALSE(asked(AddComment{std::string("nul\0byte", 8)}));
  EXPECT_TRUE(asked(AddComment{"Größe: 3,5 cm \xF0\x9F\x93\x8F\nzweite Zeile"}));
}

TEST_F(Decide, TakesTheTrackingUidOfAnotherMakerOnce)
{
  const auto tracked = [](const char* id, const std::string& uid) {
    return MarkLesion{{LesionId{id}, measure::LesionRole::Target, "liver", false, {uid, "Nodule 7"}}};
  };
  expect_refused(tracked("T02", "1.02"), RecordError::NotAllowed, "no DICOM UID");
  const auto marked = asked(tracked("T02", "1.2.3"));
  ASSERT_TRUE(marked) << marked.failure().message();
  reading.apply(*marked);
  expect_refused(tracked("T03", "1.2.3"), RecordError::NotAllowed, "they are one lesion");
  const auto again = parse_event(canonical_text(*marked));
  ASSERT_TRUE(again) << again.failure().message();
  EXPECT_EQ(std::get<MarkLesion>(again->act).lesion.tracking, (measure::LesionTracking{"1.2.3", "Nodule 7"}));
}

TEST_F(Decide, BeginsARecordOnceAndBeforeAnythingElse)
{
  expect_refused(BeginRecord{RecordId{std::string(32, 'b')}, "P2"}, RecordError::NotAllowed, "has begun already");
  EXPECT_FALSE(decide({}, {AddComment{"first"}, ReaderId{"A"}, ""}, stamp_of(0)));
  EXPECT_FALSE(decide({}, {BeginRecord{RecordId{"short"}, "P"}, ReaderId{"A"}, ""}, stamp_of(0)));
}

TEST(ParseAct, ReadsWhatAPersonWrites)
{
  const auto requested = parse_act(R"( { "why": "because", "timepoint": "baseline", "lesion": "T01", "act": "place-caliper",
                                         "longest": [[0, 1, 2], [3.5, -4e1, 0.1]] } )");
  ASSERT_TRUE(requested) << requested.failure().message();
  EXPECT_EQ(requested->why, "because");
  EXPECT_EQ(std::get<PlaceCaliper>(requested->act).caliper.longest.to.posterior, -40.0);
}

TEST(ParseAct, NamesWhatIsWrong)
{
  for (const auto& [text, words] :
       {std::pair{"{}", "\"act\" is missing"}, std::pair{R"({"act":"dance"})", "no act \"dance\""},
        std::pair{R"({"act":"undo","lesion":"T01"})", "\"lesion\" is not known"},
        std::pair{R"({"act":"undo","act":"redo"})", "occurs twice"}, std::pair{"[]", "no object"},
        std::pair{R"({"act":"withdraw-lesion"})", "\"lesion\" is missing"},
        std::pair{R"({"act":"withdraw-lesion","lesion":1})", "\"lesion\" must be a text"},
        std::pair{R"({"act":"comment","text":[[[[[[[[1]]]]]]]]})", "too deeply"}, std::pair{"{", "no valid JSON"}})
  {
    const auto act = parse_act(text);
    ASSERT_FALSE(act) << text;
    EXPECT_THAT(act.failure().message(), HasSubstr(words)) << text;
  }
}

namespace
{
const LesionId t02{"T02"};
Fragment part(double mm) { return {Line{{0, 0, 0}, {mm, 0, 0}}, {}, SeriesUid{"1.2.3"}, {}}; }

class DecideOnTwoTargets : public Decide
{
protected:
  DecideOnTwoTargets() { issue(MarkLesion{{t02, measure::LesionRole::Target, "lung", false}}); }
};
}  // namespace

TEST_F(DecideOnTwoTargets, TakesASplitLesionWithItsParts)
{
  issue(PlaceCaliper{t01, followup, forty_mm});
  issue(SetState{t01, followup, {"SPLIT", "", {part(12), Fragment{{}, Millimeters{7.5}, {}, {}}}, {}}});
  const auto& marks = reading.find(t01)->marks.at(followup);
  EXPECT_FALSE(marks.caliper) << "a state excludes a caliper";
  ASSERT_EQ(marks.state->fragments.size(), 2u);
  EXPECT_DOUBLE_EQ(length_of(marks.state->fragments[0]).value() + length_of(marks.state->fragments[1]).value(), 19.5);
  issue(Undo{});
  EXPECT_EQ(reading.find(t01)->marks.at(followup).caliper, forty_mm);
}

TEST_F(DecideOnTwoTargets, RefusesASplitLesionWithoutItsPartsOrWithImpossibleOnes)
{
  expect_refused(SetState{t01, followup, {"SPLIT", ""}}, RecordError::NotAllowed, "go together");
  expect_refused(SetState{t01, followup, {"ABSENT", "", {part(3)}, {}}}, RecordError::NotAllowed, "go together");
  expect_refused(SetState{t01, followup, {"SPLIT", "", {Fragment{}}, {}}}, RecordError::TextInvalid, "either a line");
  expect_refused(SetState{t01, followup, {"SPLIT", "", {Fragment{{}, Millimeters{-1}, {}, {}}}, {}}}, RecordError::TextInvalid,
                 "impossible length");
  expect_refused(SetState{t01, followup, {"SPLIT", "", {part(0)}, {}}}, RecordError::NotAllowed, "length zero");
  issue(ChangeOrgan{t01, "lymph node", true});
  expect_refused(SetState{t01, followup, {"SPLIT", "", {part(3)}, {}}}, RecordError::NotAllowed, "lymph node");
}

/// Rule T4: the whole mass is carried by one of them. Were it carried by none, the sum would fall without a reason.
TEST_F(DecideOnTwoTargets, MergesALesionOnlyIntoATargetThatCarriesIt)
{
  expect_refused(SetState{t01, followup, {"MERGED_INTO", ""}}, RecordError::NotAllowed, "go together");
  expect_refused(SetState{t01, followup, {"MERGED_INTO", "", {}, LesionId{"T99"}}}, RecordError::NotAllowed, "no target");
  expect_refused(SetState{t01, followup, {"MERGED_INTO", "", {}, t01}}, RecordError::NotAllowed, "into each other");
  issue(SetState{t02, followup, {"ABSENT", ""}});
  expect_refused(SetState{t01, followup, {"MERGED_INTO", "", {}, t02}}, RecordError::NotAllowed, "ABSENT");
  issue(ClearMarks{t02, followup});
  issue(SetState{t01, followup, {"MERGED_INTO", "", {}, t02}});
  expect_refused(SetState{t02, followup, {"MERGED_INTO", "", {}, t01}}, RecordError::NotAllowed, "into each other");
  expect_refused(SetState{t02, followup, {"ABSENT", ""}}, RecordError::NotAllowed, "carries lesion T01");
  expect_refused(WithdrawLesion{t02}, RecordError::NotAllowed, "carries lesion T01", "because");
  expect_refused(Reclassify{t02, measure::LesionRole::NonTarget}, RecordError::NotAllowed, "carries lesion T01");
  issue(PlaceCaliper{t02, followup, forty_mm});
  issue(ClearMarks{t01, followup});
  issue(WithdrawLesion{t02}, "because");
}

TEST_F(Decide, CorrectsAnOrganInOneStepAndKeepsWhatWasMarked)
{
  const auto before = reading.state_digest();
  expect_refused(ChangeOrgan{t01, "soft tissue", false}, RecordError::NotAllowed, "there already");
  issue(ChangeOrgan{t01, "lung", false});
  EXPECT_EQ(reading.find(t01)->lesion.organ, "lung");
  EXPECT_EQ(reading.find(t01)->marks.at(baseline).caliper, thirty_mm);
  issue(Undo{});
  EXPECT_EQ(reading.state_digest(), before);
}

TEST_F(Decide, BlindsAndUnblindsWithAReasonAndWithoutUndo)
{
  expect_refused(Unblind{}, RecordError::NotAllowed, "not read blinded", "because");
  expect_refused(ShowTimepoint{baseline}, RecordError::NotAllowed, "not read blinded");
  expect_refused(Blind{TimepointLabel{"third"}}, RecordError::NotAllowed, "no time point");
  issue(Blind{baseline});
  EXPECT_TRUE(reading.is_blinded());
  EXPECT_EQ(reading.shown_timepoint(), baseline);
  expect_refused(Blind{}, RecordError::NotAllowed, "already");
  expect_refused(ShowTimepoint{baseline}, RecordError::NotAllowed, "already");
  const auto state = reading.state_digest();
  issue(ShowTimepoint{followup});
  EXPECT_EQ(reading.state_digest(), state) << "where the reader looks is no part of what is locked";
  issue(AddComment{"c"});
  issue(Undo{});
  EXPECT_TRUE(reading.is_blinded()) << "what was seen was seen: no undo";
  expect_refused(Unblind{}, RecordError::ReasonMissing, "needs a reason");
  issue(Unblind{}, "the sponsor asked for it");
  EXPECT_FALSE(reading.is_blinded());
  EXPECT_NE(reading.state_digest(), state);
}

TEST_F(Decide, EndsBlindingWithTheLock)
{
  issue(Blind{baseline});
  issue(Lock{});
  EXPECT_FALSE(reading.is_blinded());
  expect_refused(Blind{baseline}, RecordError::Locked, "Reopen it");
  issue(Reopen{}, "a lesion was missed");
  EXPECT_FALSE(reading.is_blinded()) << "its results were seen";
}

TEST_F(Decide, KeepsTheLanguageOfASignature)
{
  issue(Lock{});
  issue(Sign{"gelesen und bestätigt", {}, "de"});
  EXPECT_EQ(reading.signatures().front().language, "de");
}

TEST_F(Decide, MovesAFollowUpAgainstBaselineAndBack)
{
  const auto before = reading.state_digest();
  expect_refused(AlignDate{baseline, {1, 0, 0}}, RecordError::NotAllowed, "moved against");
  expect_refused(AlignDate{followup, {}}, RecordError::NotAllowed, "already");
  expect_refused(AlignDate{followup, {1e9, 0, 0}}, RecordError::TextInvalid, "impossible");
  issue(AlignDate{followup, {1.5, 0, -2}});
  EXPECT_EQ(reading.content().offsets.at(followup), (PatientVector{1.5, 0, -2}));
  issue(Undo{});
  EXPECT_EQ(reading.state_digest(), before);
}
