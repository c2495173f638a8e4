// The schema that a data manager validates with and the reader that a trial runs with judge every protocol alike.
#include <gmock/gmock.h>

#include <map>
#include <sstream>

#include "imaging/units/number_text.h"
#include "measure/response/protocol_settings.h"
#include "reading/table/protocol_file.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace nadir;
using nadir::testing::run_system_program;
using nadir::testing::TemporaryFolder;

namespace
{
/// Protocols by name.
using Protocols = std::map<std::string, std::string>;

/// Values at and around every limit, of every JSON kind.
// clang-format off
const std::vector<std::string> values = {
    "true", "false", "null", "\"\"", "\"42\"", "\"baseline\"", "\"2024-02-29\"", "\"2023-02-29\"", "\"2100-02-29\"", "\"2000-02-29\"",
    "\"2024-04-31\"", "\"2024-12-31\"", "\"2024-13-01\"", "\"2024-00-10\"", "\"2024-1-01\"", "\"24-01-01\"", "\"2024-01-01T00:00\"",
    "[]", "[1]", "{}", "{\"a\": 1}", "-1", "-0.1", "0", "0.0", "0.1", "0.5", "1", "1.0", "1.5", "5", "10", "10.1", "42",
    "42.0", "4.2e1", "99.9", "100", "100.1", "1000", "1000.1", "1001", "3650", "3651", "10000", "10000.1", "1e5", "1e9", "1e99", "-1e99"};
// clang-format on

Protocols every_setting_with_every_value()
{
  Protocols protocols;
  int number = 0;
  for (const auto& setting : measure::protocol_settings())
    for (const auto& value : values)
      protocols["setting-" + std::to_string(number++) + ".json"] = "{\"" + std::string(setting.key) + "\": " + value + "}";
  return protocols;
}

std::string pairs(int count, const std::string& pair = "[30, 31.5]")
{
  std::string list;
  for (int i = 0; i < count; ++i) list += (i == 0 ? "" : ", ") + pair;
  return "[" + list + "]";
}

Protocols by_hand()
{
  const std::string limits = R"("name": "own", "decrease_percent": 50, "increase_percent": 62.5, "citation": "trial")";
  const std::vector<std::string> texts = {
      "{}",
      "[]",
      "1",
      "null",
      "",
      "{",
      "{\"minimum_stable_days\": }",
      R"({"minimum_stabel_days": 42})",
      R"({"Minimum_stable_days": 42})",
      R"({"name": "T", "comment": "c", "$schema": "s"})",
      R"({"name": 5})",
      R"({"comment": null})",
      R"({"$schema": []})",
      R"({"volume_limits": []})",
      R"({"volume_limits": {}})",
      R"({"volume_limits": null})",
      R"({"volume_limits": [1]})",
      R"({"volume_limits": [[]]})",
      "{\"volume_limits\": [{" + limits + "}]}",
      "{\"volume_limits\": [{" + limits + "}, {" + limits + "}]}",
      "{\"volume_limits\": [{" + limits + ", \"note\": \"x\"}]}",
      R"({"volume_limits": [{"name": "own"}]})",
      R"({"volume_limits": [{"name": "", "decrease_percent": 50, "increase_percent": 60, "citation": "x"}]})",
      R"({"volume_limits": [{"name": "a", "decrease_percent": 50, "increase_percent": 60, "citation": ""}]})",
      R"({"volume_limits": [{"name": "a", "decrease_percent": "50", "increase_percent": 60, "citation": "b"}]})",
      R"({"volume_limits": [{"name": "a", "decrease_percent": 100.1, "increase_percent": 60, "citation": "b"}]})",
      R"({"volume_limits": [{"name": "a", "decrease_percent": 100, "increase_percent": 10000, "citation": "b"}]})",
      R"({"volume_limits": [{"name": "a", "decrease_percent": 0, "increase_percent": 60, "citation": "b"}]})",
      R"({"volume_limits": [{"name": ["a"], "decrease_percent": 1, "increase_percent": 60, "citation": "b"}]})",
      R"({"volume_limits_extra": 1})",
      R"({"repeated_readings_mm": []})",
      R"({"repeated_readings_mm": 3})",
      "{\"repeated_readings_mm\": " + pairs(19) + "}",
      "{\"repeated_readings_mm\": " + pairs(20) + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30, 31, 32]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30, 0]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30, \"31\"]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30, 3001]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20, "[30, [31]]") + "}",
      "{\"repeated_readings_mm\": " + pairs(20) + ", \"repeatability_absolute_mm\": 1}",
      "{\"repeatability_relative_percent\": 3, \"repeated_readings_mm\": " + pairs(20) + "}",
      R"({"repeatability_absolute_mm": 1.2, "repeatability_relative_percent": 3})",
      R"({"length_quantum_mm": 0.001})",
      R"({"length_quantum_mm": 0.0009})",
      R"({"too_small_counts_mm": 0.001})",
      R"({"repeatability_absolute_mm": 0})"};
  Protocols protocols;
  for (std::size_t i = 0; i < texts.size(); ++i) protocols["hand-" + std::to_string(i) + ".json"] = texts[i];
  return protocols;
}

void expect_judged_alike(const Protocols& protocols)
{
  const TemporaryFolder folder;
  for (const auto& [name, text] : protocols) folder.write(name, text);
  const std::string judge = "tests/reading/table/judge_protocols.py", schema = "reading/table/protocol.schema.json";
  const auto run = run_system_program("/usr/bin/python3", {judge, schema, folder.path()});
  ASSERT_EQ(run.exit_code, 0) << run.err;
  std::istringstream lines(run.out);
  std::map<std::string, bool> valid;
  for (std::string line; std::getline(lines, line);) valid[line] = true;
  EXPECT_GT(valid.size(), protocols.size() / 10);
  for (const auto& [name, text] : protocols)
  {
    const auto read = reading::parse_protocol(text);
    EXPECT_EQ(read.protocol.has_value(), valid[name]) << text << (read.mistakes.empty() ? "" : in_words(name, read.mistakes[0]));
    EXPECT_EQ(read.protocol.has_value(), read.mistakes.empty()) << text;
  }
}
}  // namespace

TEST(ProtocolSchema, JudgesEveryValueOfEverySettingAsTheReader) { expect_judged_alike(every_setting_with_every_value()); }

TEST(ProtocolSchema, JudgesProtocolsMadeByHandAsTheReader) { expect_judged_alike(by_hand()); }

// What a schema cannot say; its $comment tells.
TEST(ProtocolSchema, IsLessStrictThanTheReaderOnlyInStepsAndRepeatedKeys)
{
  for (const auto* text : {R"({"length_quantum_mm": 0.0015})", R"({"progression_increase_percent": 20.05})",
                           R"({"maximum_targets": 3, "maximum_targets": 4})"})
    EXPECT_FALSE(reading::parse_protocol(text).protocol) << text;
}
