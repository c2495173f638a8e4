// Tissues are told beside the live assessment: whatever the reader does meanwhile, what is shown in the end is what the marks give.
#include <gmock/gmock.h>

#include <random>

#include "report/table/assessment_json.h"
#include "tests/session/recorded_case.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;

namespace
{
bool has_told_all(CaseSession& session)
{
  return QTest::qWaitFor([&] { return session.assessment().is_current() && !session.assessment().is_telling_tissue(); }, patience_ms);
}

/// The phantom with its lesion segmented at baseline; its tissue is under way.
struct UnderWay
{
  UnderWay()
  {
    EXPECT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    EXPECT_TRUE(reader.answer_questions());
    EXPECT_TRUE(reader.session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    const auto truth = truth_of(folder, 0);
    EXPECT_TRUE(reader.measure(baseline, reader.session.images().key_of(baseline, truth.series), truth.line)) << reader.messages();
    EXPECT_TRUE(QTest::qWaitFor([&] { return reader.session.assessment().is_telling_tissue(); }, patience_ms))
        << "tissue follows by itself";
  }

  const measure::LesionAssessment* lesion() { return reader.session.lesions().assessed(target, baseline); }

  fs::path folder = phantom_case("partial-response");
  Reader reader;
};
}  // namespace

TEST(TissueBeside, IsDroppedWhenItsMarkIsUndoneMeanwhileAndComesAgainWithIt)
{
  UnderWay under_way;
  auto& session = under_way.reader.session;
  ASSERT_TRUE(session.reading().undo());
  ASSERT_TRUE(has_told_all(session));
  ASSERT_NE(under_way.lesion(), nullptr);
  EXPECT_FALSE(under_way.lesion()->tissue || under_way.lesion()->volume);
  ASSERT_TRUE(session.reading().redo());
  ASSERT_TRUE(QTest::qWaitFor([&] { return under_way.lesion() && under_way.lesion()->tissue; }, patience_ms));
}

TEST(TissueBeside, EndsWithTheCase)
{
  UnderWay under_way;
  auto& session = under_way.reader.session;
  session.close();
  EXPECT_FALSE(session.assessment().is_telling_tissue());
  EXPECT_FALSE(session.assessment().shown());
  ASSERT_TRUE(session.begin(in(under_way.reader.folder.path() / "P2.nadir"), "P2"));
  QTest::qWait(300);  // an answer that was on its way must find nobody
  EXPECT_FALSE(session.assessment().shown());
}

TEST(TissueBeside, MayBeLeftWithTheProgram)
{
  UnderWay under_way;  // destroyed while it works
  SUCCEED();
}

TEST(TissueBeside, ShowsInTheEndWhatTheMarksGiveWhateverWasDoneMeanwhile)
{
  UnderWay under_way;
  auto& session = under_way.reader.session;
  const auto drawn = session.reading().marks(target, baseline);
  const auto mask = *session.reading().accepted_mask(target, baseline);
  std::mt19937 random(20261129);
  for (int act = 0; act < 25; ++act)
  {
    switch (random() % 5)
    {
    case 0: session.reading().undo(); break;
    case 1: session.reading().redo(); break;
    case 2: session.reading().accept_segmentation(target, baseline, {mask, random() % 2 == 0 ? "brush" : "threshold"}); break;
    case 3: session.reading().clear_marks(target, baseline); break;
    default:
    {
      auto caliper = *drawn.caliper;
      caliper.longest.to.left += 0.25 * static_cast<double>(random() % 9);
      session.reading().put_caliper(target, baseline, caliper);
    }
    }
    QTest::qWait(static_cast<int>(random() % 60));
    if (!session.reading().reading().find(target)) session.reading().redo();
  }
  session.reading().accept_segmentation(target, baseline, {mask, "in the end"});
  ASSERT_TRUE(has_told_all(session));
  ASSERT_TRUE(session.assessment().shown());
  const auto shown = report::to_json(*session.assessment().shown());
  session.close();

  CaseSession fresh;
  fresh.reading().set_reader("A");
  ASSERT_TRUE(fresh.open(in(under_way.reader.path)));
  ASSERT_TRUE(QTest::qWaitFor([&] { return fresh.assessment().shown() && !fresh.images().images_digest(follow_up).empty(); }, patience_ms));
  ASSERT_TRUE(has_told_all(fresh));
  EXPECT_EQ(report::to_json(*fresh.assessment().shown()), shown);
}
