// Protocol files: every setting can be said, every mistake is named with line and key.
#include "reading/table/protocol_file.h"

#include <gmock/gmock.h>

#include "measure/response/protocol_settings.h"

using namespace nadir;
using namespace nadir::reading;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ProtocolFile, AnEmptyObjectIsTheDefaultProtocol)
{
  const auto read = parse_protocol("{}");
  ASSERT_TRUE(read.protocol);
  EXPECT_THAT(differences_from_default(*read.protocol), IsEmpty());
}

TEST(ProtocolFile, ReadsEverySettingAsItIsWritten)
{
  std::string text = "{";
  for (const auto& setting : measure::protocol_settings())
  {
    const bool is_text = setting.unit == "date";
    const auto value = setting_value(measure::Protocol{}, setting.key);
    text += (text.size() > 1 ? ",\n\"" : "\"") + std::string(setting.key) + "\": " + (is_text ? "\"" + value + "\"" : value);
  }
  const auto read = parse_protocol(text + "}");
  ASSERT_TRUE(read.protocol) << (read.mistakes.empty() ? "" : in_words("p", read.mistakes[0]));
  EXPECT_THAT(differences_from_default(*read.protocol), IsEmpty());
}

TEST(ProtocolFile, ReadsChangedSettingsAndVolumeLimits)
{
  const auto read = parse_protocol(R"({"reference_date": "2020-01-01", "length_quantum_mm": 1, "confirmation_required": true,
    "volume_limits": [{"name": "own", "decrease_percent": 50, "increase_percent": 62.5, "citation": "trial"}]})");
  ASSERT_TRUE(read.protocol) << (read.mistakes.empty() ? "" : in_words("p", read.mistakes[0]));
  EXPECT_TRUE(read.protocol->confirmation.required);
  EXPECT_EQ(read.protocol->length_quantum, measure::from_millimeters(1));
  EXPECT_EQ(read.protocol->reference_date, measure::parse_calendar_day("2020-01-01"));
  ASSERT_THAT(read.protocol->volume_limits, SizeIs(1));
  EXPECT_EQ(read.protocol->volume_limits[0].increase_permille, 625);
}

TEST(ProtocolFile, NamesLineAndKeyOfEveryMistake)
{
  const auto read = parse_protocol("{\n\"minimum_stabel_days\": 56,\n\"confirmation_required\": \"yes\",\n\n\"length_quantum_mm\":\n-1,\n"
                                   "\"maximum_targets\": 3,\n\"maximum_targets\": 4}");
  EXPECT_FALSE(read.protocol);
  ASSERT_THAT(read.mistakes, SizeIs(4));
  EXPECT_THAT(in_words("p.json", read.mistakes[1]), HasSubstr("p.json:2: minimum_stabel_days:"));
  EXPECT_THAT(read.mistakes[1].message, HasSubstr("minimum_stable_days"));
  EXPECT_EQ(read.mistakes[2].line, 3u);
  EXPECT_EQ(read.mistakes[3].line, 5u);
  EXPECT_EQ(read.mistakes[0].line, 8u);  // the repeated key, found while reading
}

TEST(ProtocolFile, RefusesWhatIsNoProtocol)
{
  for (const auto* text :
       {"", "[]", "1", "{\"minimum_stable_days\": }", "{\"volume_limits\": [{\"name\": \"x\"}]}", "{\"volume_limits\": [1]}",
        "{\"minimum_stable_days\": 1e99}", "{\"reference_date\": \"2020-02-30\"}", "{\"minimum_stable_days\": [42]}"})
    EXPECT_FALSE(parse_protocol(text).protocol) << text;
  EXPECT_FALSE(parse_protocol(std::string(100'000, '[')).protocol);
}

// Every mistake is told with the line it stands on, also in lists and when the value is far from its key.
TEST(ProtocolFile, NamesTheLineOfMistakesInLists)
{
  const auto line_of = [](const std::string& text) { return parse_protocol(text).mistakes.at(0).line; };
  EXPECT_EQ(line_of("{\"volume_limits\": [\n{\"name\": \"a\",\n\"decrease_percent\": \"50\"}]}"), 3u);
  EXPECT_EQ(line_of("{\n\n\"volume_limits\": [{\"name\": \"a\"}]}"), 3u);
  EXPECT_EQ(line_of("{\n\"repeated_readings_mm\": [[1, 2]]}"), 2u);
  EXPECT_EQ(line_of("{\n\"name\": \"x\",\n\"confirmation_required\": 1\n}"), 3u);
  EXPECT_EQ(line_of("{\n\"name\": \"x\"\n\"comment\": \"y\"}"), 3u);
}

// 24 lesions read twice, each pair 2 mm apart whatever its size: half the squared difference is 2 mm2, so sqrt(2) mm and 0 %.
TEST(ProtocolFile, FitsTheRepeatabilityToReadingsOfTheSite)
{
  std::string pairs;
  for (int i = 0; i < 24; ++i) pairs += (i == 0 ? "[" : ", [") + std::to_string(20 + 4 * i) + ", " + std::to_string(22 + 4 * i) + "]";
  const auto read = parse_protocol("{\"repeated_readings_mm\": [" + pairs + "]}");
  ASSERT_TRUE(read.protocol) << in_words("p", read.mistakes.at(0));
  EXPECT_EQ(read.protocol->repeatability.absolute, measure::ReportedLength::from_micrometers(1414));
  EXPECT_EQ(read.protocol->repeatability.relative_permille, 0);
  EXPECT_THAT(differences_from_default(*read.protocol), SizeIs(2));
}

TEST(ProtocolFile, TakesNoRepeatabilityFromReadingsThatNeverDiffer)
{
  std::string pairs;
  for (int i = 0; i < 20; ++i) pairs += (i == 0 ? "" : ", ") + std::string("[30, 30]");
  EXPECT_FALSE(parse_protocol("{\"repeated_readings_mm\": [" + pairs + "]}").protocol);
}

TEST(ProtocolFile, CannotBeReadFromWhatIsNoFile)
{
  EXPECT_FALSE(read_protocol_file("/no/such/protocol.json"));
  EXPECT_FALSE(read_protocol_file("/tmp"));
}
