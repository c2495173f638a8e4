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
  EXPECT_EQ(read.mistakes[0].line, 8u); // the repeated key, found while reading
}

TEST(ProtocolFile, RefusesWhatIsNoProtocol)
{
  for (const auto* text :
       {"", "[]", "1", "{\"minimum_stable_days\": }", "{\"volume_limits\": [{\"name\": \"x\"}]}", "{\"volume_limits\": [1]}",
        "{\"minimum_stable_days\": 1e99}", "{\"reference_date\": \"2020-02-30\"}", "{\"minimum_stable_days\": [42]}"})
    EXPECT_FALSE(parse_protocol(text).protocol) << text;
  EXPECT_FALSE(parse_protocol(std::string(100'000, '[')).protocol);
}
