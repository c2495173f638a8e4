// Tables in, tables out: `nadir recist` and `nadir best-response` as a data manager uses them.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>

#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_data.h"

using nadir::testing::run_program;
using nadir::testing::TemporaryFolder;
using nadir::testing::test_data;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

namespace
{
const std::string header = "subject,timepoint,date,lesion,role,state,diameter_mm,note\n";
// -30 % exactly on the limit, on day 40: PR by section 4.3.1.
const std::string partial = "P,0,2020-01-01,T,TARGET,MEASURED,14.0,\nP,1,2020-02-10,T,TARGET,MEASURED,9.8,\n";

std::string content_of(const std::filesystem::path& path)
{
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

nlohmann::json json_of(const std::filesystem::path& path) { return nlohmann::json::parse(content_of(path), nullptr, false); }

struct Case
{
  TemporaryFolder folder;
  std::filesystem::path out = folder.path() / "out";

  nadir::testing::ProgramRun run(const std::string& table, std::vector<std::string> more = {}) const
  {
    std::vector<std::string> words{"recist", folder.write("readings.csv", table), "--out", out};
    words.insert(words.end(), more.begin(), more.end());
    return run_program("nadir", words);
  }
  std::string responses() const { return content_of(out / "responses.csv"); }
};
}  // namespace

TEST(RecistCommand, WritesResponsesBestResponseAndFindings)
{
  const Case example;
  const auto run = example.run(header + partial, {"--criteria", "irecist"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      example.responses(),
      AllOf(StartsWith("subject,reader,timepoint,date,sum_mm,baseline_sum_mm,nadir_mm,target,non_target,new_lesion,overall,margin_mm,"
                       "margin_to,p_cr,p_pr,p_sd,p_pd,flags\n"),
            HasSubstr("\nP,,1,2020-02-10,9.8,14,14,PR,NA,NONE,PR,0.1,SD,")));
  EXPECT_THAT(content_of(example.out / "best_response.csv"), HasSubstr("\nP,,PR,2020-02-10,"));
  EXPECT_THAT(content_of(example.out / "criteria.csv"), HasSubstr(",iPR,"));
  const auto findings = json_of(example.out / "findings.json");
  ASSERT_TRUE(findings.is_object());
  EXPECT_EQ(findings.at("assessments").at(0).at("timepoints").at(1).at("overall"), "PR");
}

TEST(RecistCommand, ABadSubjectCostsThatSubject)
{
  const Case example;
  const auto run = example.run(header + "Q,0,,T,TARGET,MEASURED,\"12,5\",\n" + partial);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, HasSubstr("readings.csv:2: column diameter_mm:"));
  EXPECT_THAT(example.responses(), AllOf(HasSubstr("\nP,"), Not(HasSubstr("\nQ,"))));
  EXPECT_EQ(json_of(example.out / "findings.json").at("refused").at(0).at("subject"), "Q");
  EXPECT_EQ(example.run(header + "Q,0,,T,TARGET,MEASURED,x,\n").exit_code, 2);
}

TEST(RecistCommand, DoesNotDependOnTheOrderOfTheRows)
{
  std::vector<std::string> rows;
  for (int subject = 0; subject < 9; ++subject)
    for (int timepoint = 0; timepoint < 4; ++timepoint)
      for (const auto* lesion : {"T1", "T2"})
        rows.push_back("S" + std::to_string(subject) + "," + std::to_string(timepoint) + ",," + lesion + ",TARGET,MEASURED," +
                       std::to_string(20 + (subject * 7 + timepoint * 5) % 11) + ",\n");
  const auto text = [&] { return std::accumulate(rows.begin(), rows.end(), header); };
  const auto sorted_lines = [](std::string text_of_file)
  {
    std::vector<std::string> lines;
    for (std::size_t end; (end = text_of_file.find('\n')) != std::string::npos; text_of_file.erase(0, end + 1))
      lines.push_back(text_of_file.substr(0, end));
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  const Case grouped, mixed;
  grouped.run(text(), {"--no-findings"});
  std::reverse(rows.begin(), rows.end());
  std::rotate(rows.begin(), rows.begin() + 31, rows.end());
  std::stable_partition(rows.begin(), rows.end(), [](const auto& row) { return row.find("T1") != std::string::npos; });
  mixed.run(text(), {"--no-findings"});
  EXPECT_EQ(sorted_lines(grouped.responses()), sorted_lines(mixed.responses()));
  EXPECT_EQ(sorted_lines(grouped.responses()).size(), 37u);
}

// 14 and 18 mm against 20 and 25: the same two readers as a table of readings and as CDISC SDTM.
TEST(RecistCommand, GivesTheSameResponsesFromSdtmAsFromReadings)
{
  const TemporaryFolder folder;
  std::string readings = "subject,reader,timepoint,date,lesion,role,organ,nodal,state,diameter_mm,short_axis_mm,modality\n";
  std::string tu = "USUBJID,TULNKID,TUTESTCD,TUORRES,TULOC,TUEVALID,VISITNUM\n";
  std::string tr = "USUBJID,TRLNKID,TRTESTCD,TRORRES,TRORRESU,TRSTAT,TRREASND,TRMETHOD,TREVALID,VISITNUM,TRDTC\n";
  for (const std::string subject : {"A", "B"})
    for (const std::string reader : {"RADIOLOGIST 1", "RADIOLOGIST 2"})
    {
      const auto who = subject + "," + reader + ",";
      const std::string size = reader.back() == '1' ? "14" : "13";
      readings += who + "0,2024-01-01,T01,TARGET,LIVER,N,MEASURED,20,,MRI\n" + who +
                  "0,2024-01-01,T02,TARGET,LYMPH NODE,Y,MEASURED,,25,MRI\n" + who + "1,2024-03-01,T01,TARGET,LIVER,N,MEASURED," + size +
                  ",,MRI\n" + who + "1,2024-03-01,T02,TARGET,LYMPH NODE,Y,NOT_EVALUABLE,,,MRI\n" + who +
                  "1,2024-03-01,N01,NEW,BRAIN,N,EQUIVOCAL,,,MRI\n";
      tu += subject + ",T01,TUMIDENT,TARGET,LIVER," + reader + ",1\n" + subject + ",T02,TUMIDENT,TARGET,LYMPH NODE," + reader + ",1\n" +
            subject + ",N01,TUMIDENT,NEW,BRAIN," + reader + ",2\n";
      tr += subject + ",T01,LDIAM,2.0,cm,,,MRI," + reader + ",1,2024-01-01\n" + subject + ",T02,LPERP,25,mm,,,MRI," + reader +
            ",1,2024-01-01T09:30\n" + subject + ",T01,LDIAM," + size + ",mm,,,MRI," + reader + ",2,2024-03-01\n" + subject +
            ",T02,LPERP,,,NOT DONE,NOT EVALUABLE,MRI," + reader + ",2,2024-03-01\n" + subject + ",N01,TUMSTATE,EQUIVOCAL,,,,MRI," + reader +
            ",2,2024-03-01\n";
    }
  const auto own = folder.path() / "own", sdtm = folder.path() / "sdtm";
  EXPECT_EQ(run_program("nadir", {"recist", folder.write("r.csv", readings), "--out", own}).exit_code, 0);
  const auto run = run_program("nadir", {"recist", "--tu", folder.write("tu.csv", tu), "--tr", folder.write("tr.csv", tr), "--out", sdtm});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(content_of(own / "responses.csv"), content_of(sdtm / "responses.csv"));
  EXPECT_EQ(content_of(own / "best_response.csv"), content_of(sdtm / "best_response.csv"));
  EXPECT_THAT(content_of(sdtm / "responses.csv"), HasSubstr("\nB,RADIOLOGIST 2,1,2024-03-01,,45,45,NE,NA,EQUIVOCAL,NE,"));
}

TEST(RecistCommand, WritesFindingsAsTheirSchemaSays)
{
  const Case example;
  const auto run =
      example.run(header + partial + "P,1,2020-02-10,N,NEW,EQUIVOCAL,,seen once\nQ,0,,T,TARGET,MEASURED,x,\nR,0,,T,NON-TARGET,PRESENT,,\n",
                  {"--criteria", "all"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const auto checked = nadir::testing::run_system_program(
      "/usr/bin/python3", {"tests/report/table/validate_findings.py", "report/table/findings.schema.json", example.out / "findings.json"});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST(RecistCommand, WantsBothSdtmTablesOrReadings)
{
  EXPECT_EQ(run_program("nadir", {"recist", "--tu", "tu.csv", "--out", "x"}).exit_code, 64);
  EXPECT_EQ(run_program("nadir", {"recist", "r.csv", "--tu", "tu.csv", "--tr", "tr.csv", "--out", "x"}).exit_code, 64);
  EXPECT_EQ(run_program("nadir", {"recist", "--out", "x"}).exit_code, 64);
}

TEST(RecistCommand, WritesNoFormulaIntoASpreadsheet)
{
  const Case example;
  example.run(header + "=cmd(),0,,T,TARGET,MEASURED,14,\n-5,0,,T,TARGET,MEASURED,14,\n", {"--no-findings"});
  EXPECT_THAT(example.responses(), AllOf(HasSubstr("\n'=cmd(),"), HasSubstr("\n-5,")));
}

TEST(RecistCommand, TellsWhatTheProtocolChangesAndRefusesAWrongOne)
{
  const Case example;
  const auto good = example.folder.write("good.json", "{\"minimum_stable_days\": 56}");
  const auto bad = example.folder.write("bad.json", "{\n\"minimum_stabel_days\": 56}");
  EXPECT_THAT(example.run(header + partial, {"--protocol", good}).out, HasSubstr("minimum_stable_days is 56 instead of 42"));
  EXPECT_THAT(json_of(example.out / "findings.json").at("protocol").at("differences_from_default").at(0), HasSubstr("is 56 instead of 42"));
  EXPECT_EQ(json_of(example.out / "protocol.json").at("settings").at("minimum_stable_days"), "56");
  EXPECT_EQ(example.run(header + partial, {"--no-findings"}).exit_code, 0);
  EXPECT_TRUE(json_of(example.out / "protocol.json").at("differences_from_default").empty());
  const auto run = example.run(header + partial, {"--protocol", bad});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("bad.json:2: minimum_stabel_days"));
}

TEST(RecistCommand, ExplainsASubjectAndSaysWhenThereIsNone)
{
  const TemporaryFolder folder;
  const auto table = folder.write("readings.csv", header + partial);
  const auto run = run_program("nadir", {"recist", table, "--explain", "P"});
  EXPECT_THAT(run.out, AllOf(HasSubstr("rule T12"), HasSubstr("from SD"), HasSubstr("Best overall response")));
  EXPECT_EQ(run_program("nadir", {"recist", table, "--explain", "X"}).exit_code, 2);
  EXPECT_EQ(run_program("nadir", {"recist", table}).exit_code, 64);
}

TEST(RecistCommand, LeavesNothingBehindWhenItCannotWrite)
{
  const Case example;
  example.folder.write("out", "a file where the folder should be");
  EXPECT_EQ(example.run(header + partial).exit_code, 2);
  EXPECT_EQ(content_of(example.out), "a file where the folder should be");
}

namespace
{
const std::string long_header = "subject,timepoint,lesion,role,state,diameter_mm,note\n";

/// Rows of one lesion: its role, then its state with length and note at each time point.
std::string lesion_rows(const std::string& subject, const std::string& lesion, const std::vector<std::string>& states)
{
  std::string rows;
  for (std::size_t t = 0; t < states.size(); ++t)
    if (!states[t].empty()) rows += subject + "," + std::to_string(t) + "," + lesion + "," + states[t] + "\n";
  return rows;
}

/// "TARGET,MEASURED,63," or absent.
std::string target_state(const std::string& sum) { return sum == "0" ? "TARGET,ABSENT,," : "TARGET,MEASURED," + sum + ","; }

/// Column `name` of the last row of each subject.
std::map<std::string, std::string> last_cells(const std::string& csv, const std::string& name)
{
  std::istringstream lines(csv);
  std::map<std::string, std::string> cells;
  std::ptrdiff_t column = -1;
  for (std::string line; std::getline(lines, line);)
  {
    std::istringstream stream(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(stream, cell, ',');) row.push_back(cell);
    if (column < 0) column = std::find(row.begin(), row.end(), name) - row.begin();
    else cells[row.at(0)] = row.at(static_cast<std::size_t>(column));
  }
  return cells;
}

// A lesion at baseline and at the visit that gives each category.
const std::map<std::string, std::string> target_visits = {{"CR", "TARGET,ABSENT,,"},
                                                          {"PR", "TARGET,MEASURED,10,"},
                                                          {"SD", "TARGET,MEASURED,18,"},
                                                          {"PD", "TARGET,MEASURED,30,"},
                                                          {"NE", "TARGET,NOT_EVALUABLE,,motion"}};
const std::map<std::string, std::string> non_target_visits = {{"CR", "NON-TARGET,ABSENT,,"},
                                                              {"NON-CR/NON-PD", "NON-TARGET,PRESENT,,"},
                                                              {"PD", "NON-TARGET,UNEQUIVOCAL_PROGRESSION,,twice as large"},
                                                              {"NE", "NON-TARGET,NOT_EVALUABLE,,motion"}};

std::string patient_of(const std::string& subject, const nlohmann::json& row)
{
  std::string rows;
  if (const auto target = target_visits.find(row.at("target")); target != target_visits.end())
    rows += lesion_rows(subject, "T", {"TARGET,MEASURED,20,", target->second});
  if (const auto other = non_target_visits.find(row.at("nontarget")); other != non_target_visits.end())
    rows += lesion_rows(subject, "N", {"NON-TARGET,PRESENT,,", other->second});
  if (row.at("new_lesion") == "UNEQUIVOCAL") rows += lesion_rows(subject, "L", {"NEW,NONE,,", "NEW,UNEQUIVOCAL,,"});
  return rows;
}
}  // namespace

// Sums of the EORTC's questions and answers and of published tests, as readings of one target.
TEST(RecistCommand, GivesEveryTargetSumRow)
{
  const std::string name = "recist/A2_target_sum_rows.json";
  NADIR_NEEDS_TEST_DATA(name);
  const auto rows = json_of(test_data() / name);
  ASSERT_GE(rows.size(), 17u);
  std::string table = long_header;
  for (std::size_t i = 0; i < rows.size(); ++i)
  {
    std::vector<std::string> states{target_state(rows[i].at("baseline_sum"))};
    for (const auto& sum : rows[i].at("prior_sums")) states.push_back(target_state(sum));
    states.push_back(target_state(rows[i].at("current_sum")));
    table += lesion_rows(std::to_string(i), "T", states);
  }
  const Case example;
  const auto not_kept = example.folder.write("p.json", R"({"keep_partial_response": false})");
  ASSERT_EQ(example.run(table).exit_code, 0);
  const auto kept_cells = last_cells(example.responses(), "target");
  ASSERT_EQ(example.run(table, {"--protocol", not_kept}).exit_code, 0);
  const auto raw_cells = last_cells(example.responses(), "target");
  for (std::size_t i = 0; i < rows.size(); ++i)
  {
    EXPECT_EQ(kept_cells.at(std::to_string(i)), rows[i].at("expected_target").get<std::string>()) << rows[i].at("id");
    EXPECT_EQ(raw_cells.at(std::to_string(i)), rows[i].at("reference_no_sticky_pr").get<std::string>()) << rows[i].at("id");
  }
}

// Tables 1 and 2 of Eisenhauer 2009, each row as a patient whose lesions give its categories.
TEST(RecistCommand, GivesEveryRowOfTheOverallTables)
{
  const std::string name = "recist/B2_overall_table_rows.json";
  NADIR_NEEDS_TEST_DATA(name);
  const auto rows = json_of(test_data() / name);
  ASSERT_GE(rows.size(), 51u);
  std::string table = long_header;
  for (std::size_t i = 0; i < rows.size(); ++i) table += patient_of(std::to_string(i), rows[i]);
  const Case example;
  const auto run = example.run(table);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  for (const auto* column : {"target", "overall"})
  {
    const auto cells = last_cells(example.responses(), column);
    const auto* key = std::string(column) == "target" ? "target" : "expected_overall";
    for (std::size_t i = 0; i < rows.size(); ++i)
      EXPECT_EQ(cells.at(std::to_string(i)), rows[i].at(key).get<std::string>()) << rows[i] << run.err;
  }
}

TEST(BestResponseCommand, GivesEveryRowOfTable3)
{
  NADIR_NEEDS_TEST_DATA("recist/C3_table3_two_visit_sequences.json");
  const TemporaryFolder folder;
  for (const auto& row : json_of(test_data() / "recist" / "C3_table3_two_visit_sequences.json"))
  {
    std::string table = "response,subject,date\n";
    for (auto visit = row.at("sequence").rbegin(); visit != row.at("sequence").rend(); ++visit)
      table += visit->at(1).get<std::string>() + ",P," + visit->at(0).get<std::string>() + "\n";
    const nlohmann::json protocol{{"reference_date", row.at("reference_date")},
                                  {"minimum_stable_days", row.at("sd_min_days")},
                                  {"confirmation_minimum_days", row.at("confirm_days")},
                                  {"confirmation_required", true}};
    const auto out = folder.path() / "best.csv";
    const auto run = run_program(
        "nadir", {"best-response", folder.write("s.csv", table), "--protocol", folder.write("p.json", protocol.dump()), "--out", out});
    ASSERT_EQ(run.exit_code, 0) << run.err;
    const auto line = content_of(out).substr(content_of(out).find('\n') + 1);
    std::string cell = line;
    for (int i = 0; i < 3; ++i) cell.erase(0, cell.find(',') + 1);
    EXPECT_EQ(cell.substr(0, cell.find(',')), row.at("expected").get<std::string>()) << row.at("id");
  }
}

TEST(BestResponseCommand, RefusesTwoResponsesOnOneDayAndSaysWhenTheStartIsUnknown)
{
  const TemporaryFolder folder;
  const auto out = folder.path() / "best.csv";
  const auto table = folder.write("s.csv", "subject,date,response\nA,2020-02-01,PR\nA,2020-02-01,SD\nB,2020-05-01,SD\n");
  const auto run = run_program("nadir", {"best-response", table, "--out", out});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.err, AllOf(HasSubstr("s.csv:3: column response"), HasSubstr("the start is not known")));
  EXPECT_EQ(json_of(folder.path() / "best.protocol.json").at("schema"), "nadir.protocol/1");
  EXPECT_THAT(content_of(out), AllOf(HasSubstr("\nB,"), Not(HasSubstr("\nA,"))));
}
