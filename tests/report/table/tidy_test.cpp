// Tidy tables and their trace: every number of an assessment in a row of its own, read back equal, and led back to its pixels.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "report/table/tidy_csv.h"
#include "report/table/tidy_json.h"
#include "report/table/trace.h"
#include "tests/report/support/example_assessment.h"
#include "tests/report/support/german_locale.h"
#include "tests/report/support/random_assessment.h"

using namespace nadir;
using namespace nadir::report;
using ::testing::HasSubstr;
using ::testing::Not;

namespace
{
TableSource source_of(const measure::Assessment& assessment)
{
  TableSource source{&assessment, "reader, one", std::string(64, 'd')};
  for (const auto& timepoint : assessment.timepoints)
    for (const auto& lesion : timepoint.lesions)
      source.tracking_uids.emplace(lesion.lesion.id, "2.25.1" + std::to_string(source.tracking_uids.size()));
  return source;
}

const MeasurementRow& row_of(const std::vector<MeasurementRow>& rows, int timepoint, const std::string& measurement)
{
  for (const auto& row : rows)
    if (row.timepoint_number == timepoint && row.measurement == measurement) return row;
  throw std::out_of_range(measurement);
}
}  // namespace

TEST(TidyTables, HaveOneRowForEachMeasurementWithWhatLeadsToItsPixels)
{
  const auto assessment = test::sarcoma_assessment();
  const auto rows = measurement_rows({source_of(assessment)});
  const auto& longest = row_of(rows, 0, "longest_diameter");
  EXPECT_EQ(longest.value, 100.0);
  EXPECT_EQ(longest.unit, "mm");
  EXPECT_EQ(longest.uncertainty, 0.4);
  EXPECT_EQ(longest.sop_instance_uid, "1.2.826.0.1.3680043.8.498.1001.17");
  EXPECT_EQ(longest.from_left, -50.0);
  EXPECT_EQ(longest.tracking_uid, "2.25.10");
  EXPECT_EQ(longest.mask_sha256.size(), 64u);
  const auto& necrotic = row_of(rows, 0, "necrotic_fraction");
  EXPECT_EQ(necrotic.low, 0.1875);
  EXPECT_EQ(necrotic.high, 0.3125);
  EXPECT_EQ(row_of(rows, 1, "state").value, std::nullopt);
  EXPECT_EQ(response_rows({source_of(assessment)})[1].change_from_baseline_percent, -4.0);
}

// A case file is known by its bytes; a record, which grows, by its last event.
TEST(TidyTables, LeadToTheCaseFileOrToTheRecord)
{
  const auto assessment = test::sarcoma_assessment();
  auto source = source_of(assessment);
  EXPECT_EQ(measurement_rows({source}).front().case_sha256, assessment.inputs.front().sha256);
  source.record_sha256 = std::string(64, 'e');
  EXPECT_EQ(measurement_rows({source}).front().case_sha256, std::string(64, 'e'));
  EXPECT_EQ(response_rows({source}).front().case_sha256, std::string(64, 'e'));
  EXPECT_THAT(trace_json({source}, {}), HasSubstr("\"case_sha256\": \"" + std::string(64, 'e')));
}

TEST(TidyTables, ReadBackEqualWhateverTheTextsAre)
{
  for (std::uint64_t seed = 0; seed < 1000; ++seed)
  {
    const auto assessment = test::random_assessment(seed, test::Texts::Odd);
    const std::vector sources{source_of(assessment)};
    const TidyTables tables{measurement_rows(sources), response_rows(sources)};
    ASSERT_EQ(measurements_from_csv(to_csv(tables.measurements)), tables.measurements) << seed;
    ASSERT_EQ(responses_from_csv(to_csv(tables.responses)), tables.responses) << seed;
    ASSERT_EQ(tidy_tables_from_json(to_json(tables)), tables) << seed;
    const auto cells = traced_tidy_cells(sources);
    ASSERT_EQ(cells.size(), tables.measurements.size() + tables.responses.size());
    ASSERT_TRUE(traced_cells_from(trace_json(sources, cells))) << seed;
  }
}

TEST(TidyTables, AreTheSameBytesUnderAGermanLocale)
{
  const auto assessment = test::long_assessment();
  const std::vector sources{source_of(assessment)};
  const auto csv = to_csv(measurement_rows(sources)), trace = trace_json(sources, traced_tidy_cells(sources));
  const test::GermanLocale german;
  EXPECT_EQ(to_csv(measurement_rows(sources)), csv);
  EXPECT_EQ(trace_json(sources, traced_tidy_cells(sources)), trace);
}

TEST(TidyTables, NoticeAChangedByte)
{
  const auto assessment = test::sarcoma_assessment();
  const std::vector sources{source_of(assessment)};
  auto csv = to_csv(measurement_rows(sources));
  csv.replace(csv.find(",100,"), 5, ",1e2,");
  EXPECT_FALSE(measurements_from_csv(csv)) << "the same number in another form";
  auto json = to_json(TidyTables{measurement_rows(sources), response_rows(sources)});
  json.replace(json.find("\"slice\""), 7, "\"slise\"");
  EXPECT_FALSE(tidy_tables_from_json(json));
}

TEST(Trace, LeadsFromACellToTrackingUidImageEndPointsAndDigests)
{
  const auto assessment = test::sarcoma_assessment();
  const std::vector sources{source_of(assessment)};
  const auto cells = traced_tidy_cells(sources);
  const auto text = trace_json(sources, cells);
  EXPECT_EQ(traced_cells_from(text), cells);
  EXPECT_THAT(text, Not(HasSubstr(assessment.patient + "\"")));
  const auto document = nlohmann::json::parse(text);
  const auto& cell = document.at("cells").at(1);  // the second row: the first one is the state
  EXPECT_EQ(cell.at("row"), 2);
  const auto& origin = document.at("origins").at(cell.at("origin").get<std::size_t>());
  EXPECT_EQ(origin.at("measurement"), "longest_diameter");
  EXPECT_EQ(origin.at("tracking_uid"), "2.25.10");
  EXPECT_EQ(origin.at("sop_instance_uid"), "1.2.826.0.1.3680043.8.498.1001.17");
  EXPECT_EQ(origin.at("from").at(0), -50.0);
  EXPECT_EQ(origin.at("mask_sha256"), assessment.timepoints[0].lesions[0].evidence.mask_digest);
  EXPECT_EQ(document.at("readings").at(0).at("assessment_sha256"), std::string(64, 'd'));
}
