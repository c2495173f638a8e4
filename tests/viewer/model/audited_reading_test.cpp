// What an investigator does with a reading that was made in the viewer: the commands of `nadir`, as a user gives them.
#include <gmock/gmock.h>

#include "reading/audit/verify_record.h"
#include "report/table/assessment_json.h"
#include "session/record_writer.h"
#include "tests/session/recorded_case.h"
#include "tests/support/run_program.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;
using ::testing::AllOf;
using ::testing::HasSubstr;

namespace
{
/// Two dates, read blinded at first, with tissue and a lesion carried from one date to the other; what was shown after each event.
struct AuditedReading
{
  AuditedReading()
  {
    QObject::connect(&session().reading(), &ReadingModel::changed, [this] { note(); });
    note();
    EXPECT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    EXPECT_TRUE(reader.answer_questions());
    session().blinding().set_current(baseline);
    EXPECT_TRUE(session().blinding().blind());
    EXPECT_TRUE(session().reading().mark_lesion({target, measure::LesionRole::Target, "soft tissue", false}));
    const auto before = truth_of(folder, 0);
    EXPECT_TRUE(reader.measure(baseline, session().images().key_of(baseline, before.series), before.line)) << reader.messages();
    session().blinding().set_current(follow_up);
    EXPECT_TRUE(session().blinding().unblind("the plan allows it after the baseline"));
    EXPECT_TRUE(propagate(before)) << reader.messages();
    const auto after = truth_of(folder, 1);
    EXPECT_TRUE(session().reading().put_caliper(target, follow_up, {after.line, std::nullopt, after.series, {}}));
    EXPECT_TRUE(session().reading().undo() && session().reading().redo());
    EXPECT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
    EXPECT_TRUE(QTest::qWaitFor([this] { return !session().assessment().is_telling_tissue() && session().assessment().is_current(); },
                                patience_ms));
  }

  CaseSession& session() { return reader.session; }

  void note()
  {
    if (session().reading().is_open()) shown.push_back(canonical_text(session().reading().reading()));
  }

  bool propagate(const Truth& before)
  {
    std::optional<Proposal> proposal;
    const auto taken =
        QObject::connect(&session().segmentation(), &SegmentationJob::proposed, [&](const Proposal& found) { proposal = found; });
    const auto lesion = session().reading().accepted_mask(target, baseline);
    session().segmentation().propagate(session().images().key_of(baseline, before.series), *lesion, follow_up);
    const bool found = QTest::qWaitFor([&] { return proposal.has_value(); }, patience_ms);
    QObject::disconnect(taken);
    return found && session().reading().accept_segmentation(target, follow_up, {proposal->mask, proposal->source});
  }

  fs::path bundle_of_closed_record()
  {
    session().close();
    const auto bundle = reader.folder.path() / "P1.zip";
    const auto exported = run_program("nadir", {"export", "bundle", reader.path, "--out", bundle});
    EXPECT_EQ(exported.exit_code, 0) << exported.err;
    return bundle;
  }

  fs::path folder = phantom_case("partial-response");
  Reader reader;
  std::vector<std::string> shown;  ///< after event n + 1
};
}  // namespace

TEST(AuditedReading, IsShownVerifiedReplayedAndComputedAgainElsewhere)
{
  AuditedReading reading;
  ASSERT_FALSE(HasFailure());
  ASSERT_TRUE(reading.reader.lock_and_sign()) << reading.reader.messages();
  const auto bundle = reading.bundle_of_closed_record();

  const auto show = run_program("nadir", {"audit", "show", reading.reader.path});
  EXPECT_EQ(show.exit_code, 0) << show.err;
  EXPECT_THAT(show.out,
              AllOf(HasSubstr("began to read blinded"), HasSubstr("ended blinding"), HasSubstr("[the plan allows it after the baseline]"),
                    HasSubstr("(propagation)"), HasSubstr("signed version 1")));
  const auto verify = run_program("nadir", {"audit", "verify", reading.reader.path});
  EXPECT_EQ(verify.exit_code, 0) << verify.out;
  for (std::size_t n = 0; n < reading.shown.size(); ++n)
  {
    const auto replay = run_program("nadir", {"audit", "replay", reading.reader.path, "--to", std::to_string(n + 1), "--json"});
    ASSERT_EQ(replay.exit_code, 0) << replay.err;
    EXPECT_EQ(replay.out, reading.shown[n] + "\n") << "after event " << n + 1;
  }
  const auto blinded = run_program("nadir", {"audit", "replay", reading.reader.path, "--to", "6"});
  EXPECT_THAT(blinded.out, HasSubstr("read blinded"));

  fs::remove(reading.reader.path);
  const auto with_pixels = run_program("nadir", {"verify", bundle, "--images", reading.folder, "--json"});
  EXPECT_EQ(with_pixels.exit_code, 0) << with_pixels.out << with_pixels.err;
  EXPECT_GT(json::parse(with_pixels.out).at("values_compared"), 100);
  EXPECT_EQ(run_program("nadir", {"verify", bundle}).exit_code, 0);
}

/// Every digest of this record is right; only one number of its locked results is not what its images give.
TEST(AuditedReading, NamesAWrongNumberOfItsResults)
{
  AuditedReading reading;
  ASSERT_FALSE(HasFailure());
  auto results = json::parse(report::to_json(*reading.session().assessment().shown()));
  auto& sum = results.at("timepoints").at(1).at("sum_of_diameters_mm");
  sum = sum.get<double>() + 1.0;
  const auto text = results.dump();
  ASSERT_TRUE(reading.session().reading().issue(reading::Lock{{}, session::digest_of(text)}, {}, {text}));
  const auto bundle = reading.bundle_of_closed_record();
  const auto with_pixels = run_program("nadir", {"verify", bundle, "--images", reading.folder});
  EXPECT_EQ(with_pixels.exit_code, 2) << with_pixels.out;
  EXPECT_THAT(with_pixels.out, HasSubstr("sum_of_diameters"));
  const auto without = run_program("nadir", {"verify", bundle});
  EXPECT_EQ(without.exit_code, 2) << without.out;
  EXPECT_THAT(without.out, HasSubstr("sum_of_diameters"));
}
