#include "imaging/dicom/contrast_agent.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "imaging/dicom/attributes.h"
#include "imaging/dicom/tags.h"

namespace nadir::imaging
{
namespace
{
constexpr std::array<std::string_view, 14> denials{"NO",          "NONE", "N",     "NONE GIVEN", "0",     "0 ML", "0ML",
                                                   "NO CONTRAST", "NIL",  "KEINE", "OHNE",       "AUCUN", "SIN",  "WITHOUT"};
constexpr std::array<std::string_view, 6> silences{"", "UNKNOWN", "N/A", "NA", "-", "?"};

template <std::size_t count> bool is_one_of(const std::array<std::string_view, count>& words, std::string_view text)
{
  return std::ranges::find(words, text) != words.end();
}

bool denies(std::string_view text) { return is_one_of(denials, text) || text.starts_with("NO ") || text.starts_with("WITHOUT "); }

std::string coded_agent(const FrameLevels& levels)
{
  const auto items = levels.root().items(tags::contrast_bolus_agent_sequence);
  if (items.empty()) return "";
  auto meaning = code_text(items.front(), tags::code_meaning);
  return meaning.empty() ? code_text(items.front(), tags::code_value) : meaning;
}
/// Volume in mL or dose in mg.
bool tells_an_amount(const FrameLevels& levels)
{
  const auto is_positive = [&](Tag tag)
  {
    const auto amount = number(levels.root(), tag, NumberVr::DS);
    return amount && *amount > 0.0;
  };
  return is_positive(tags::contrast_bolus_volume) || is_positive(tags::contrast_bolus_total_dose);
}
}  // namespace

ContrastAgent contrast_agent_of(const FrameLevels& levels)
{
  const auto typed = code_text(levels.root(), tags::contrast_bolus_agent);
  if (!denies(typed) && !is_one_of(silences, typed)) return ContrastAgent::Given;
  const auto coded = coded_agent(levels);
  if (!denies(coded) && !is_one_of(silences, coded)) return ContrastAgent::Given;
  if (denies(typed) || denies(coded)) return ContrastAgent::NotGiven;
  return tells_an_amount(levels) ? ContrastAgent::Given : ContrastAgent::NotTold;
}

std::string contrast_agent_name(const FrameLevels& levels)
{
  if (contrast_agent_of(levels) != ContrastAgent::Given) return "";
  const auto typed = code_text(levels.root(), tags::contrast_bolus_agent);
  const auto name = denies(typed) || is_one_of(silences, typed) ? coded_agent(levels) : typed;
  return name.empty() ? "(NOT NAMED)" : name;
}
}  // namespace nadir::imaging
