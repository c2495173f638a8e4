// A lesion carried to the next date uses what linking the dates has found already.
#include <gmock/gmock.h>

#include "tests/session/recorded_case.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;

namespace
{
class Propagation : public ::testing::Test
{
protected:
  void SetUp() override
  {
    ASSERT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    series = reader.session.images().key_of(baseline, truth_of(folder, 0).series);
    twin = reader.session.images().key_of(follow_up, truth_of(folder, 1).series);
    reader.session.images().load(series);
    reader.session.images().load(twin);
    ASSERT_TRUE(QTest::qWaitFor([&] { return reader.session.link().state(follow_up) == LinkState::Registered; }, patience_ms))
        << reader.messages();
    ASSERT_TRUE(reader.session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    ASSERT_TRUE(reader.measure(baseline, series, truth_of(folder, 0).line)) << reader.messages();
    QObject::connect(&reader.session.segmentation(), &SegmentationJob::progress,
                     [this](const QString&, int, int total) { searched = searched || total > 1; });
  }

  /// The lesion at the follow-up.
  std::optional<Proposal> carried()
  {
    std::optional<Proposal> proposal;
    searched = false;
    const auto taken =
        QObject::connect(&reader.session.segmentation(), &SegmentationJob::proposed, [&](const Proposal& found) { proposal = found; });
    reader.session.segmentation().propagate(series, *reader.session.reading().accepted_mask(target, baseline), follow_up);
    EXPECT_TRUE(QTest::qWaitFor([&] { return proposal.has_value(); }, patience_ms)) << reader.messages();
    QObject::disconnect(taken);
    return proposal;
  }

  fs::path folder = phantom_case("partial-response");
  Reader reader;
  SeriesKey series, twin;
  bool searched = false;  ///< the position was searched for, step by step
};
}  // namespace

TEST_F(Propagation, DoesNotRegisterAgainAndFindsTheSame)
{
  ASSERT_TRUE(reader.session.link().registration_of(series, twin));
  const auto reused = carried();
  EXPECT_FALSE(searched);
  reader.session.segmentation().take_registrations_from({});
  const auto found_again = carried();
  EXPECT_TRUE(searched);
  ASSERT_TRUE(reused && found_again);
  EXPECT_NEAR(*reused->volume_ml, *found_again->volume_ml, 0.001 * *found_again->volume_ml);
}

TEST_F(Propagation, ToldInWordsIsNoWarningWhereNothingIsDoubtful)
{
  const auto found = carried();
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->explanation.contains("at follow-up")) << found->explanation.toStdString();
  EXPECT_FALSE(found->warnings.contains(found->explanation));
}

TEST_F(Propagation, ComparedWithADrawnDiameterSaysSo)
{
  const auto found = carried();
  ASSERT_TRUE(found && reader.session.reading().accept_segmentation(target, follow_up, {found->mask, found->source}));
  ASSERT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
  auto& table = reader.session.lesions();
  const auto change = table.index(0, table.change_column());
  ASSERT_FALSE(change.data().toString().isEmpty());
  EXPECT_TRUE(change.data(LesionTableModel::IsCurrentRole).toBool());
  EXPECT_EQ(change.data(LesionTableModel::WarningsRole).toStringList().size(), 1) << "drawn at baseline, automatic here";
  ASSERT_TRUE(
      reader.session.reading().put_caliper(target, follow_up, {truth_of(folder, 1).line, std::nullopt, truth_of(folder, 1).series, {}}));
  EXPECT_FALSE(change.data(LesionTableModel::IsCurrentRole).toBool()) << "the number is of the marks before";
  ASSERT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
  EXPECT_TRUE(change.data(LesionTableModel::WarningsRole).toStringList().isEmpty());
}

TEST_F(Propagation, IsWhatADateIsStillToBeReadFor)
{
  ASSERT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
  ASSERT_EQ(reader.session.responses().count(), 2);
  EXPECT_FALSE(reader.session.responses().at(0).is_unread);
  EXPECT_TRUE(reader.session.responses().at(1).is_unread) << "nobody has looked at it: NE would be a statement";
  ASSERT_TRUE(reader.session.reading().set_state(target, follow_up, {"NOT_EVALUABLE", "motion"}));
  ASSERT_TRUE(reader.settled()) << reader.messages();
  EXPECT_FALSE(reader.session.responses().at(1).is_unread);
}

TEST_F(Propagation, OfOtherSeriesRegistersThem)
{
  for (const auto* stack : reader.session.images().timepoint(baseline)->images().stacks())
    EXPECT_EQ(reader.session.link().registration_of({baseline, stack->id}, twin).has_value(), stack->id == series.stack) << stack->id;
}
