// A reader tries another threshold of necrosis, sets it, and thinks better of it: overlay, numbers and record agree at every step.
#include <gmock/gmock.h>

#include "tests/session/recorded_case.h"
#include "tests/support/run_program.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;
using segmentation::TissueClass;
using ::testing::HasSubstr;

namespace
{
/// The phantom with its lesion segmented and its tissue told at baseline.
struct ToldReading
{
  ToldReading()
  {
    EXPECT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    EXPECT_TRUE(reader.answer_questions());
    EXPECT_TRUE(session.reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    for (const auto& [label, n] : {std::pair{baseline, 0}, std::pair{follow_up, 1}})
    {
      const auto truth = truth_of(folder, static_cast<std::size_t>(n));
      EXPECT_TRUE(reader.measure(label, session.images().key_of(label, truth.series), truth.line)) << reader.messages();
    }
    session.segmentation().tell_tissue({session.images().key_of(baseline, truth_of(folder, 0).series), target,
                                        *session.reading().accepted_mask(target, baseline),
                                        session.reading().marks(target, baseline).threshold});
    EXPECT_TRUE(QTest::qWaitFor([&] { return threshold.has_threshold(); }, patience_ms)) << reader.messages();
    EXPECT_TRUE(told());
  }

  double necrosis() const { return threshold.map()->part(TissueClass::Necrosis).fraction.value; }
  const segmentation::ThresholdInUse& in_use() const { return *threshold.map()->threshold; }

  bool shows(double value)
  {
    return QTest::qWaitFor([&] { return threshold.value() == value && in_use().threshold.value == value; }, patience_ms);
  }
  bool told()
  {
    return QTest::qWaitFor(
        [&] { return session.assessment().is_current() && !session.assessment().is_telling_tissue() && assessed() && assessed()->tissue; },
        patience_ms);
  }
  const measure::LesionAssessment* assessed() { return session.lesions().assessed(target, baseline); }

  fs::path folder = phantom_case("stable-liquefaction");
  Reader reader;
  CaseSession& session = reader.session;
  ThresholdModel& threshold = session.threshold();
};
}  // namespace

TEST(Threshold, IsTriedSetUndoneAndRedoneWithOverlayAndNumbersAgreeing)
{
  ToldReading reading;
  ASSERT_FALSE(HasFailure());
  const double automatic = reading.in_use().automatic, found = reading.necrosis(), tried = reading.in_use().automatic + 0.15;
  EXPECT_NEAR(reading.assessed()->tissue->necrotic_fraction->value, found, 1e-9);

  reading.threshold.try_out(automatic + 0.05);
  reading.threshold.try_out(tried);
  ASSERT_TRUE(reading.shows(tried));
  const double more = reading.necrosis();
  EXPECT_GT(more, found);
  EXPECT_FALSE(reading.threshold.is_recorded());
  EXPECT_FALSE(reading.assessed()->tissue->threshold_by_reader) << "what is tried is in no number";
  EXPECT_FALSE(reading.threshold.set(" ")) << "no reason";
  ASSERT_TRUE(reading.threshold.set("blood counts as dead")) << reading.reader.messages();
  EXPECT_TRUE(reading.threshold.is_recorded());
  ASSERT_TRUE(reading.told());
  const auto& tissue = *reading.assessed()->tissue;
  EXPECT_NEAR(tissue.necrotic_fraction->value, more, 1e-9);
  ASSERT_TRUE(tissue.threshold_by_reader);
  EXPECT_DOUBLE_EQ(tissue.threshold_by_reader->automatic, automatic);
  EXPECT_NEAR(tissue.threshold_by_reader->automatic_necrotic_fraction.value, found, 1e-9);
  EXPECT_THAT(reading.assessed()->warnings, ::testing::Contains(HasSubstr("necrosis threshold set by the reader")));

  ASSERT_TRUE(reading.session.reading().undo());
  ASSERT_TRUE(reading.shows(automatic));
  EXPECT_DOUBLE_EQ(reading.necrosis(), found);
  ASSERT_TRUE(reading.told());
  EXPECT_FALSE(reading.assessed()->tissue->threshold_by_reader);
  ASSERT_TRUE(reading.session.reading().redo());
  ASSERT_TRUE(reading.shows(tried));
}

TEST(Threshold, IsInTheLockedNumbersAndAnybodyComputesTheSameFromPixels)
{
  ToldReading reading;
  ASSERT_FALSE(HasFailure());
  const double tried = reading.in_use().automatic + 0.15;
  reading.threshold.try_out(tried);
  ASSERT_TRUE(reading.shows(tried) && reading.threshold.set("blood counts as dead"));
  ASSERT_TRUE(reading.reader.lock_and_sign()) << reading.reader.messages();
  EXPECT_FALSE(reading.threshold.can_change());
  reading.session.close();
  const auto bundle = reading.reader.folder.path() / "P1.zip";
  const auto exported = run_program("nadir", {"export", "bundle", reading.reader.path, "--out", bundle});
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  const auto show = run_program("nadir", {"audit", "show", reading.reader.path});
  EXPECT_THAT(show.out, HasSubstr("set the necrosis threshold of T01 at \"baseline\" to enhancement"));
  EXPECT_THAT(show.out, HasSubstr("[blood counts as dead]"));
  const auto verified = run_program("nadir", {"verify", bundle, "--images", reading.folder});
  EXPECT_EQ(verified.exit_code, 0) << verified.out << verified.err;
}

TEST(Threshold, IsDroppedWithTheSegmentationItWasTriedOn)
{
  ToldReading reading;
  ASSERT_FALSE(HasFailure());
  QSignalSpy dropped(&reading.threshold, &ThresholdModel::dropped);
  ASSERT_TRUE(reading.session.reading().clear_marks(target, baseline));
  EXPECT_FALSE(reading.threshold.has_threshold());
  EXPECT_EQ(dropped.size(), 1);
}

TEST(Threshold, ThatIsTriedGoesBackToTheAutomaticOneWithoutAnAct)
{
  ToldReading reading;
  ASSERT_FALSE(HasFailure());
  const auto events = reading.session.reading().reading().events();
  reading.threshold.try_out(reading.in_use().automatic - 0.1);
  ASSERT_TRUE(reading.threshold.reset());
  ASSERT_TRUE(reading.shows(reading.in_use().automatic));
  EXPECT_EQ(reading.session.reading().reading().events(), events);
}
