// Every row of ../shared/data/recist: worked numbers of the EORTC FAQ, of published tests and of tables 1 and 2 of the paper.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/best_response.h"
#include "measure/response/recist_1_1/overall_response.h"
#include "tests/measure/response/patient_builder.h"
#include "tests/support/test_data.h"

using namespace nadir;
using namespace nadir::measure;

namespace
{
CalendarDay day(const nlohmann::json& text) { return parse_calendar_day(text.get<std::string>()).value(); }

recist_1_1::ResponseCourse course_of(const nlohmann::json& row)
{
  recist_1_1::ResponseCourse course;
  course.start = day(row.at("reference_date"));
  for (const auto& visit : row.at("sequence"))
  {
    const auto category = parse_category(visit.at(1).get<std::string>()).value();
    course.visits.push_back({day(visit.at(0)), category, category});
  }
  return course;
}

std::filesystem::path table(const std::string& name) { return nadir::testing::test_data() / "recist" / name; }

nlohmann::json rows(const std::string& name)
{
  std::ifstream file(table(name));
  return nlohmann::json::parse(file);
}

double number(const nlohmann::json& row, const char* key) { return parse_number(row.at(key).get<std::string>()).value(); }

/// Baseline, the earlier sums and the current one, carried by a single non-nodal target.
PatientReadings readings_of(const nlohmann::json& row)
{
  std::vector<double> lengths{number(row, "baseline_sum")};
  for (const auto& sum : row.at("prior_sums")) lengths.push_back(parse_number(sum.get<std::string>()).value());
  lengths.push_back(number(row, "current_sum"));
  return test::single_target(lengths);
}
}  // namespace

TEST(WorkedTables, EveryTargetSumRowGivesItsCategory)
{
  const std::string name = "A2_target_sum_rows.json";
  NADIR_NEEDS_TEST_DATA("recist/" + name);
  Protocol without_keeping;
  without_keeping.switches.keep_partial_response = false;
  const auto all = rows(name);
  EXPECT_GE(all.size(), 17U);
  for (const auto& row : all)
  {
    const auto response = recist_1_1::assess(readings_of(row), Protocol{});
    EXPECT_EQ(name_of(response.timepoints.back().target), row.at("expected_target").get<std::string>()) << row.at("id");
    const auto raw = recist_1_1::assess(readings_of(row), without_keeping);
    EXPECT_EQ(name_of(raw.timepoints.back().target), row.at("reference_no_sticky_pr").get<std::string>()) << row.at("id");
    EXPECT_EQ(name_of(response.timepoints.back().target_raw), row.at("reference_no_sticky_pr").get<std::string>()) << row.at("id");
  }
}

TEST(WorkedTables, EveryRowOfTheOverallTablesGivesItsCategory)
{
  const std::string name = "B2_overall_table_rows.json";
  NADIR_NEEDS_TEST_DATA("recist/" + name);
  const auto all = rows(name);
  EXPECT_GE(all.size(), 51U);
  for (const auto& row : all)
  {
    const auto target = parse_category(row.at("target").get<std::string>()).value();
    const auto non_target = parse_category(row.at("nontarget").get<std::string>()).value();
    const bool is_new = row.at("new_lesion").get<std::string>() == "UNEQUIVOCAL";
    const auto call = recist_1_1::overall_response(target, non_target, is_new ? LesionState::Unequivocal : LesionState::None);
    EXPECT_EQ(name_of(call.category), row.at("expected_overall").get<std::string>()) << row;
  }
}

TEST(WorkedTables, EveryTwoVisitRowOfTableThreeGivesItsBestResponse)
{
  const std::string name = "C3_table3_two_visit_sequences.json";
  NADIR_NEEDS_TEST_DATA("recist/" + name);
  const auto all = rows(name);
  EXPECT_GE(all.size(), 22U);
  for (const auto& row : all)
  {
    Protocol protocol;
    protocol.confirmation.minimum_days = row.at("confirm_days").get<int>();
    protocol.confirmation.minimum_stable_days = row.at("sd_min_days").get<int>();
    const auto best = recist_1_1::best_response(course_of(row), protocol);
    EXPECT_EQ(name_of(best.confirmed.category), row.at("expected").get<std::string>()) << row.at("id");
  }
}
