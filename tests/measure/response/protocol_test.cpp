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

// The lowest and the highest value of each number, and the next beyond them.
TEST(ProtocolSettings, TakeEveryNumberInTheirRangeAndNoneBeyond)
{
  struct Range
  {
    std::string key;
    std::string below, lowest, highest, above;
  };
  std::vector<Range> ranges = {{"length_quantum_mm", "0", "0.001", "10", "10.001"},
                               {"repeatability_absolute_mm", "0", "0.001", "1000", "1000.001"},
                               {"partial_response_decrease_percent", "0", "0.1", "100", "100.1"},
                               {"progression_increase_percent", "0", "0.1", "10000", "10000.1"},
                               {"repeatability_relative_percent", "-0.1", "0", "100", "100.1"},
                               {"maximum_not_evaluable_between", "-1", "0", "1000", "1001"}};
  for (const auto* key : {"progression_minimum_increase_mm", "too_small_counts_mm", "normal_node_below_mm", "measurable_minimum_mm",
                          "measurable_minimum_xray_mm", "thick_slice_above_mm", "target_node_minimum_mm", "pathological_node_minimum_mm"})
    ranges.push_back({key, "-0.001", "0", "1000", "1000.001"});
  for (const auto* key : {"confirmation_minimum_days", "minimum_stable_days", "baseline_window_days"})
    ranges.push_back({key, "-1", "0", "3650", "3651"});
  for (const auto* key : {"maximum_targets", "maximum_targets_per_organ"}) ranges.push_back({key, "0", "1", "1000", "1001"});
  for (const auto& [key, below, lowest, highest, above] : ranges)
  {
    EXPECT_FALSE(with_setting({}, key, below)) << key;
    EXPECT_TRUE(with_setting({}, key, lowest)) << key;
    EXPECT_TRUE(with_setting({}, key, highest)) << key;
    EXPECT_FALSE(with_setting({}, key, above)) << key;
  }
}

TEST(ProtocolSettings, TakeVolumeLimitsInTheirRange)
{
  const auto is_taken = [](int decrease, int increase)
  {
    Protocol protocol;
    protocol.volume_limits = {{"own", decrease, increase, "trial"}};
    return Protocol::make(protocol).has_value();
  };
  EXPECT_TRUE(is_taken(1, 1) && is_taken(1000, 100'000));
  EXPECT_FALSE(is_taken(0, 1) || is_taken(1001, 1) || is_taken(1, 0) || is_taken(1, 100'001));
}

TEST(ProtocolSettings, PrintTenthsOfAPercentOnlyWhereThereAreSome)
{
  EXPECT_EQ(setting_value(with_setting({}, "progression_increase_percent", "12.5").value(), "progression_increase_percent"), "12.5");
  EXPECT_EQ(setting_value({}, "progression_increase_percent"), "20");
}
