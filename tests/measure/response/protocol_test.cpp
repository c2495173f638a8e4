#include "measure/response/protocol.h"

#include <gmock/gmock.h>

#include "measure/response/protocol_settings.h"

using namespace nadir;
using namespace nadir::measure;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Protocol, DefaultIsInRangeAndDiffersFromNothing)
{
  EXPECT_TRUE(Protocol::make(Protocol{}).has_value());
  EXPECT_THAT(differences_from_default(Protocol{}), IsEmpty());
}
TEST(Protocol, NamesTheKeyThatIsOutOfRange)
{
  for (const auto& [key, value] : std::vector<std::pair<const char*, const char*>>{{"length_quantum_mm", "0"},
                                                                                   {"length_quantum_mm", "-0.1"},
                                                                                   {"confirmation_minimum_days", "-1"},
                                                                                   {"partial_response_decrease_percent", "101"},
                                                                                   {"maximum_targets", "0"}})
  {
    const auto changed = with_setting({}, key, value);
    ASSERT_FALSE(changed.has_value()) << key << value;
    EXPECT_TRUE(changed.failure().is(ResponseError::ProtocolInvalid));
    EXPECT_THAT(changed.failure().message(), HasSubstr(key));
  }
}
TEST(Protocol, RefusesAnUnknownKey)
{
  EXPECT_TRUE(with_setting({}, "minimum_stable_day", "42").failure().is(ResponseError::ProtocolUnknownKey));
}
TEST(Protocol, RefusesTextThatIsNoValue)
{
  for (const auto& [key, value] : std::vector<std::pair<const char*, const char*>>{{"length_quantum_mm", "0,1"},
                                                                                   {"length_quantum_mm", "0.00005"},
                                                                                   {"keep_partial_response", "yes"},
                                                                                   {"minimum_stable_days", "42.5"},
                                                                                   {"reference_date", "2023-02-29"}})
    EXPECT_FALSE(with_setting({}, key, value).has_value()) << key << value;
}
TEST(Protocol, EverySettingReadsBackAsItWasWritten)
{
  for (const auto& setting : protocol_settings())
    EXPECT_THAT(differences_from_default(with_setting({}, setting.key, setting_value({}, setting.key)).value()), IsEmpty()) << setting.key;
}
TEST(Protocol, EverySettingCanBeChangedAndIsThenNamed)
{
  for (const auto& setting : protocol_settings())
  {
    const auto usual = setting_value({}, setting.key);
    const std::string other = usual == "true"       ? "false"
                              : usual == "false"    ? "true"
                              : usual == "baseline" ? "2024-01-31"
                              : usual == "1"        ? "2"
                                                    : "1";
    const auto changed = with_setting({}, setting.key, other);
    ASSERT_TRUE(changed.has_value()) << setting.key;
    ASSERT_EQ(differences_from_default(*changed).size(), 1U) << setting.key;
    EXPECT_THAT(differences_from_default(*changed)[0], HasSubstr(std::string(setting.key)));
  }
}
TEST(Protocol, SaysADifferenceInWords)
{
  EXPECT_THAT(differences_from_default(with_setting({}, "minimum_stable_days", "56").value()),
              ElementsAre("minimum_stable_days is 56 instead of 42 days (R4, Q12: days from the start after which SD counts)"));
}
TEST(Protocol, VolumeLimitsNeedANameAndACitation)
{
  Protocol protocol;
  protocol.volume_limits.push_back({"own", 350, 550, ""});
  EXPECT_FALSE(Protocol::make(protocol).has_value());
  protocol.volume_limits.back().citation = "Oubel 2015";
  EXPECT_TRUE(Protocol::make(protocol).has_value());
  EXPECT_THAT(differences_from_default(protocol), ElementsAre(HasSubstr("own -35/+55 %")));
}
