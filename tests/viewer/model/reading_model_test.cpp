// A reading through the model: every act is one of the record.
#include "viewer/model/reading_model.h"

#include "viewer/model/blinding_model.h"

#include <gmock/gmock.h>

#include <QtTest/QSignalSpy>

#include "reading/audit/replay.h"
#include "session/record_writer.h"
#include "tests/viewer/model/open_reading.h"

using namespace nadir;
using namespace nadir::viewer;
using nadir::testing::baseline;
using nadir::testing::in;
using nadir::testing::in_child;
using nadir::testing::OpenReading;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

namespace
{
const LesionId first_target{"T01"};

reading::DrawnCaliper caliper(double length) { return {{{0, 0, 0}, {length, 0, 0}}, std::nullopt, {}, {}}; }
}  // namespace

TEST(ReadingModel, PlacesACaliperOnceAndMovesItAfterwards)
{
  OpenReading open;
  ASSERT_TRUE(open.model.mark_lesion({first_target, measure::LesionRole::Target, "soft tissue", false}));
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(30)));
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(40)));
  const auto events = open.model.reading().events();
  EXPECT_TRUE(open.model.put_caliper(first_target, baseline, caliper(40)));
  EXPECT_EQ(open.model.reading().events(), events) << "the same place again is no act";
  EXPECT_THAT(open.model.undo_words().toStdString(), HasSubstr("moved the caliper of T01"));
  ASSERT_TRUE(open.model.undo());
  EXPECT_EQ(open.model.marks(first_target, baseline).caliper, caliper(30));
  EXPECT_THAT(open.model.redo_words().toStdString(), HasSubstr("moved the caliper of T01"));
}

TEST(ReadingModel, NamesLesionsByTheirRole)
{
  OpenReading open;
  EXPECT_EQ(open.model.free_id(measure::LesionRole::Target).text(), "T01");
  open.model.mark_lesion({first_target, measure::LesionRole::Target, "lung", false});
  EXPECT_EQ(open.model.free_id(measure::LesionRole::Target).text(), "T02");
  EXPECT_EQ(open.model.free_id(measure::LesionRole::NonTarget).text(), "NT01");
  EXPECT_EQ(open.model.free_id(measure::LesionRole::New).text(), "N01");
}

TEST(ReadingModel, KeepsTheVoxelsOfASegmentation)
{
  OpenReading open;
  open.model.mark_lesion({first_target, measure::LesionRole::Target, "lung", false});
  const auto geometry = ImageGeometry::make({4, 4, 2}, {1, 1, 5}, {0, 0, 0}, {});
  std::vector<std::uint8_t> voxels(32, 0);
  voxels[5] = voxels[6] = voxels[21] = 1;
  const auto mask = segmentation::Mask::from_grid(*geometry, voxels);
  ASSERT_TRUE(open.model.accept_segmentation(first_target, baseline, {mask, "brush"}));
  const auto kept = open.model.accepted_mask(first_target, baseline);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->count(), 3u);
  EXPECT_TRUE(kept->contains({1, 1, 0}));
  const auto events = open.model.reading().events();
  EXPECT_TRUE(open.model.accept_segmentation(first_target, baseline, {mask, "brush"}));
  EXPECT_EQ(open.model.reading().events(), events) << "the same voxels again are no act";
}

TEST(ReadingModel, SaysWhyItRefusesAndGoesOn)
{
  OpenReading open;
  QSignalSpy refusals(&open.model, &ReadingModel::refused);
  EXPECT_FALSE(open.model.put_caliper(LesionId{"T99"}, baseline, caliper(10)));
  ASSERT_EQ(refusals.size(), 1);
  EXPECT_THAT(refusals[0][0].value<Message>().text.toStdString(), HasSubstr("there is no lesion \"T99\""));
  EXPECT_TRUE(open.model.comment("still at work"));
}

TEST(ReadingModel, ASecondProgramReadsAndSaysSo)
{
  OpenReading open;
  const int code = in_child(
      [&]
      {
        ReadingModel second;
        second.set_reader("B");
        if (!second.open(in(open.path))) return 1;
        if (!second.is_read_only() || second.read_only_reason().isEmpty()) return 2;
        return second.comment("theirs") ? 3 : 0;
      });
  EXPECT_EQ(code, 0);
  EXPECT_TRUE(open.model.comment("mine"));
}

TEST(ReadingModel, CannotChangeASignedVersionWithoutAReason)
{
  OpenReading open;
  ASSERT_TRUE(open.model.issue(reading::Lock{}));
  ASSERT_TRUE(open.model.sign("I read these images"));
  EXPECT_FALSE(open.model.can_change());
  EXPECT_FALSE(open.model.comment("late"));
  EXPECT_FALSE(open.model.reopen(""));
  EXPECT_TRUE(open.model.reopen("a lesion was missed"));
  EXPECT_EQ(open.model.reading().version(), 2);
  EXPECT_TRUE(open.model.comment("now"));
}

TEST(ReadingModel, CorrectsAnOrganInOneStep)
{
  OpenReading open;
  ASSERT_TRUE(open.model.mark_lesion({first_target, measure::LesionRole::Target, "soft tissue", false}));
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(30)));
  const auto state = open.model.reading().state_digest();
  ASSERT_TRUE(open.model.correct_organ({first_target, measure::LesionRole::Target, "lung", false}));
  EXPECT_EQ(open.model.reading().find(first_target)->lesion.organ, "lung");
  EXPECT_EQ(open.model.marks(first_target, baseline).caliper, caliper(30));
  EXPECT_THAT(open.model.history().last().toStdString(), HasSubstr("from soft tissue to lung"));
  ASSERT_TRUE(open.model.undo());
  EXPECT_EQ(open.model.reading().state_digest(), state);
}

/// Rule T4. What was measured first is the first part.
TEST(ReadingModel, GathersThePartsOfASplitLesionAndMergesIntoAnother)
{
  OpenReading open;
  const LesionId second{"T02"};
  for (const auto& lesion : {first_target, second})
    ASSERT_TRUE(open.model.mark_lesion({lesion, measure::LesionRole::Target, "lung", false}));
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(12)));
  ASSERT_TRUE(open.model.add_fragment(first_target, baseline, caliper(12)));
  ASSERT_TRUE(open.model.add_fragment(first_target, baseline, caliper(7)));
  const auto split = open.model.marks(first_target, baseline);
  ASSERT_TRUE(split.state && !split.caliper);
  ASSERT_EQ(split.state->fragments.size(), 2u);
  EXPECT_DOUBLE_EQ(length_of(split.state->fragments[1]).value(), 7.0);
  EXPECT_THAT(open.model.history().last().toStdString(), HasSubstr("SPLIT into 12.0 mm + 7.0 mm"));
  ASSERT_TRUE(open.model.move_fragment(first_target, baseline, 1, caliper(9)));
  EXPECT_THAT(open.model.history().last().toStdString(), HasSubstr("SPLIT into 12.0 mm + 9.0 mm"));
  const auto events = open.model.reading().events();
  EXPECT_TRUE(open.model.move_fragment(first_target, baseline, 1, caliper(9)));
  EXPECT_EQ(open.model.reading().events(), events) << "the same place is no act";
  EXPECT_FALSE(open.model.move_fragment(first_target, baseline, 2, caliper(9))) << "there is no third part";
  ASSERT_TRUE(open.model.undo());
  ASSERT_TRUE(open.model.merge_into(second, baseline, first_target));
  EXPECT_THAT(open.model.history().last().toStdString(), HasSubstr("MERGED_INTO T01"));
  EXPECT_FALSE(open.model.withdraw_lesion(first_target, "mistake")) << "it carries the other";
  open.model.close();
  ASSERT_TRUE(open.model.open(in(open.path)));
  EXPECT_EQ(open.model.marks(first_target, baseline), split);
}

TEST(ReadingModel, KeepsTheWordsOfASignatureAndTheirLanguage)
{
  OpenReading open;
  ASSERT_TRUE(open.model.issue(reading::Lock{}));
  ASSERT_TRUE(open.model.sign(QString::fromUtf8("gelesen und bestätigt"), "de"));
  EXPECT_EQ(open.model.reading().signatures().front().meaning, "gelesen und bestätigt");
  EXPECT_EQ(open.model.reading().signatures().front().language, "de");
}

TEST(Blinding, IsInTheRecordWithWhoAndWhy)
{
  OpenReading open;
  BlindingModel blinding(open.model);
  QSignalSpy changes(&blinding, &BlindingModel::changed);
  blinding.set_current(baseline);
  ASSERT_TRUE(blinding.blind());
  EXPECT_TRUE(blinding.is_blinded() && blinding.shows_results_of(baseline) && !blinding.shows_results_of(TimepointLabel{"follow-up 1"}));
  blinding.set_current(TimepointLabel{"follow-up 1"});
  EXPECT_FALSE(blinding.shows_results_of(baseline));
  blinding.set_current(TimepointLabel{"of no record"});
  EXPECT_EQ(blinding.current(), TimepointLabel{"follow-up 1"});
  EXPECT_FALSE(blinding.unblind(" ")) << "the record must say why";
  ASSERT_TRUE(blinding.unblind("asked for by the sponsor"));
  EXPECT_EQ(changes.size(), 4);
  const auto& events = open.model.store()->events();
  EXPECT_TRUE(std::holds_alternative<reading::Blind>(events[3].act) && std::holds_alternative<reading::ShowTimepoint>(events[4].act));
  EXPECT_TRUE(std::holds_alternative<reading::Unblind>(events[5].act));
  EXPECT_EQ(events[5].why, "asked for by the sponsor");
  EXPECT_EQ(reading::replay(events, 5)->shown_timepoint(), TimepointLabel{"follow-up 1"}) << "what could be seen at each moment";
}

/// Undo, redo and the history tell old values: those of other time points stay out until the lock.
TEST(Blinding, LeavesNoValueOfAnotherTimePointInHistoryAndUndo)
{
  OpenReading open;
  BlindingModel blinding(open.model);
  ASSERT_TRUE(open.model.mark_lesion({first_target, measure::LesionRole::Target, "lung", false}));
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(31.5)));
  ASSERT_TRUE(open.model.comment("31.5 mm at baseline"));
  ASSERT_TRUE(open.model.undo());
  ASSERT_TRUE(open.model.put_caliper(first_target, baseline, caliper(32.5)));
  blinding.set_current(TimepointLabel{"follow-up 1"});
  ASSERT_TRUE(blinding.blind());
  const auto told = [&] { return (open.model.history().join("\n") + open.model.undo_words() + open.model.redo_words()).toStdString(); };
  EXPECT_THAT(told(), ::testing::Not(::testing::AnyOf(HasSubstr("31.5"), HasSubstr("32.5"))));
  EXPECT_THAT(told(), HasSubstr("moved the caliper of T01 at \"baseline\""));
  ASSERT_TRUE(open.model.put_caliper(first_target, TimepointLabel{"follow-up 1"}, caliper(20.5)));
  EXPECT_THAT(told(), HasSubstr("20.5"));
  blinding.set_current(baseline);
  EXPECT_THAT(told(), ::testing::AllOf(HasSubstr("32.5"), ::testing::Not(HasSubstr("20.5"))));
  ASSERT_TRUE(open.model.issue(reading::Lock{}));
  EXPECT_FALSE(blinding.is_blinded());
  EXPECT_THAT(told(), ::testing::AllOf(HasSubstr("32.5"), HasSubstr("20.5"), HasSubstr("read blinded")));
}
