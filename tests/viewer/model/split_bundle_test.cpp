// A reading with a target that fell apart and one that grew into another (rule T4), from the gesture to the bundle that anybody checks.
#include <gmock/gmock.h>

#include "report/table/assessment_json.h"
#include "session/record_writer.h"
#include "tests/session/recorded_case.h"
#include "tests/support/run_program.h"
#include "tests/viewer/model/model_reader.h"

using namespace nadir;
using namespace nadir::testing;
using ::testing::HasSubstr;

namespace
{
const LesionId split{"T01"}, carrier{"T02"}, merged{"T03"};

/// Half of a line, from an end to its middle less a gap of 4 mm.
reading::DrawnCaliper half_of(const reading::DrawnCaliper& whole, bool first)
{
  const auto middle = whole.longest.from + 0.5 * (whole.longest.to - whole.longest.from);
  auto half = whole;
  const auto& end = first ? whole.longest.from : whole.longest.to;
  half.longest = {end, end + 0.8 * (middle - end)};
  return half;
}

/// The line moved within its slice, mm to the patient's left.
reading::DrawnCaliper beside(reading::DrawnCaliper line, double left)
{
  line.longest.from.left += left;
  line.longest.to.left += left;
  return line;
}

struct SplitReading
{
  SplitReading()
  {
    EXPECT_TRUE(reader.open(folder / "baseline", folder / "follow_up")) << reader.messages();
    EXPECT_TRUE(reader.answer_questions());
    auto& reading = reader.session.reading();
    const auto before = truth_of(folder, 0), after = truth_of(folder, 1);
    const reading::DrawnCaliper line{before.line, std::nullopt, before.series, {}}, later{after.line, std::nullopt, after.series, {}};
    for (const auto& id : {split, carrier, merged})
      EXPECT_TRUE(reading.mark_lesion({id, measure::LesionRole::Target, id == split ? "soft tissue" : "muscle", false}));
    EXPECT_TRUE(reading.put_caliper(split, baseline, line));
    EXPECT_TRUE(reading.put_caliper(carrier, baseline, beside(half_of(line, true), 3)));
    EXPECT_TRUE(reading.put_caliper(merged, baseline, beside(half_of(line, false), -3)));
    EXPECT_TRUE(reading.put_caliper(split, follow_up, half_of(later, true)));
    EXPECT_TRUE(reading.add_fragment(split, follow_up, half_of(later, true)));
    EXPECT_TRUE(reading.add_fragment(split, follow_up, half_of(later, false)));
    EXPECT_TRUE(reading.move_fragment(split, follow_up, 1, beside(half_of(later, false), 1)));
    EXPECT_TRUE(reading.put_caliper(carrier, follow_up, beside(half_of(later, true), 3)));
    EXPECT_TRUE(reading.merge_into(merged, follow_up, carrier));
    EXPECT_TRUE(reader.answer_questions() && reader.settled()) << reader.messages();
    parts_mm = 0.4 * (distance(after.line.from, after.line.to).value() + distance(after.line.from, after.line.to).value());
    carrier_mm = 0.4 * distance(after.line.from, after.line.to).value();
  }

  fs::path folder = phantom_case("partial-response");
  Reader reader;
  double parts_mm = 0, carrier_mm = 0;
};
}  // namespace

TEST(SplitBundle, AddsThePartsCountsTheCarrierAloneAndVerifiesElsewhere)
{
  SplitReading reading;
  ASSERT_FALSE(HasFailure());
  const auto shown = reading.reader.session.assessment().shown();
  ASSERT_TRUE(shown);
  ASSERT_TRUE(shown->timepoints.back().response.sum_of_diameters);
  EXPECT_NEAR(shown->timepoints.back().response.sum_of_diameters->value(), reading.parts_mm + reading.carrier_mm, 0.15)
      << "two parts added, the carrier, and 0 for the merged one; each length enters rounded to 0.1 mm";
  ASSERT_TRUE(reading.reader.lock_and_sign()) << reading.reader.messages();
  reading.reader.session.close();

  const auto bundle = reading.reader.folder.path() / "P1.zip";
  const auto exported = run_program("nadir", {"export", "bundle", reading.reader.path, "--out", bundle});
  ASSERT_EQ(exported.exit_code, 0) << exported.err;
  EXPECT_THAT(run_program("nadir", {"audit", "show", reading.reader.path}).out, HasSubstr("MERGED_INTO T02"));
  fs::remove(reading.reader.path);
  const auto with_pixels = run_program("nadir", {"verify", bundle, "--images", reading.folder});
  EXPECT_EQ(with_pixels.exit_code, 0) << with_pixels.out << with_pixels.err;
  const auto without = run_program("nadir", {"verify", bundle});
  EXPECT_EQ(without.exit_code, 0) << without.out << without.err;
}

TEST(SplitBundle, IsNotVerifiedWhenAPartWasLeftOutOfTheSum)
{
  SplitReading reading;
  ASSERT_FALSE(HasFailure());
  auto results = json::parse(report::to_json(*reading.reader.session.assessment().shown()));
  auto& sum = results.at("timepoints").at(1).at("sum_of_diameters_mm");
  sum = sum.get<double>() - 0.5 * reading.parts_mm;
  const auto text = results.dump();
  ASSERT_TRUE(reading.reader.session.reading().issue(reading::Lock{{}, session::digest_of(text)}, {}, {text}));
  reading.reader.session.close();
  const auto bundle = reading.reader.folder.path() / "P1.zip";
  ASSERT_EQ(run_program("nadir", {"export", "bundle", reading.reader.path, "--out", bundle}).exit_code, 0);
  const auto verified = run_program("nadir", {"verify", bundle});
  EXPECT_EQ(verified.exit_code, 2);
  EXPECT_THAT(verified.out, HasSubstr("sum_of_diameters"));
}
