#include "report/dicom_sr/state_text.h"

#include <algorithm>

#include "imaging/units/number_text.h"

namespace nadir::report
{
namespace
{
constexpr std::string_view split = "SPLIT ", merged = "MERGED_INTO ", between = " + ", unit = " mm";

/// "8.5 + 6 mm"; empty when it is none.
std::vector<Millimeters> lengths_in(std::string_view text)
{
  if (!text.ends_with(unit)) return {};
  text.remove_suffix(unit.size());
  std::vector<Millimeters> lengths;
  while (true)
  {
    const auto end = std::min(text.find(between), text.size());
    const auto length = parse_number(text.substr(0, end));
    if (!length || !(*length >= 0.0)) return {};
    lengths.emplace_back(*length);
    if (end == text.size()) return lengths;
    text.remove_prefix(end + between.size());
  }
}
}  // namespace

std::string state_text(const measure::LesionAssessment& lesion)
{
  if (!lesion.merged_into.empty()) return std::string(merged) + lesion.merged_into.text();
  if (lesion.fragments.empty()) return lesion.state;
  std::string text(split);
  for (std::size_t part = 0; part < lesion.fragments.size(); ++part)
    text += (part == 0 ? "" : std::string(between)) + format_number(lesion.fragments[part].value());
  return text + std::string(unit);
}

StatedLesion read_state_text(std::string_view text)
{
  if (text.starts_with(merged) && text.size() > merged.size())
    return {"MERGED_INTO", {}, LesionId{std::string(text.substr(merged.size()))}};
  if (text.starts_with(split))
    if (auto fragments = lengths_in(text.substr(split.size())); !fragments.empty()) return {"SPLIT", std::move(fragments), {}};
  return {std::string(text), {}, {}};
}
}  // namespace nadir::report
