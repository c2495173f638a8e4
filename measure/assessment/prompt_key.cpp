#include "measure/assessment/prompt_key.h"

#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
/// Lengths stand before texts, so that no text can look like the end of another.
std::string part(const std::string& text) { return std::to_string(text.size()) + ":" + text + ";"; }

std::string key_of(PatientPoint point)
{
  return part(format_number(point.left) + "," + format_number(point.posterior) + "," + format_number(point.superior));
}

std::string key_of(const LinePrompt& line) { return part(key_of(line.from) + key_of(line.to)); }

template <class Value> std::string key_of(const std::optional<Value>& value) { return value ? key_of(*value) : part(""); }

std::string key_of(const MaskPrompt& mask) { return "mask " + part(mask.file.string()) + (mask.label ? std::to_string(*mask.label) : ""); }
std::string key_of(const CaliperPrompt& caliper) { return "caliper " + key_of(caliper.longest) + key_of(caliper.short_axis); }

std::string key_of(const StatePrompt& state)
{
  std::string fragments;
  for (const auto length : state.fragments) fragments += part(format_number(length.value()));
  return "state " + part(state.state) + part(state.reason) + part(fragments) + part(state.merged_into.text());
}

std::string key_of(const DrawnPrompt& drawn)
{
  return "drawn " + key_of(drawn.longest) + key_of(drawn.short_axis) + key_of(drawn.extent) + key_of(drawn.point) +
         part(drawn.scribbles.string());
}
}  // namespace

std::string key_of(const Lesion& lesion)
{
  return part(lesion.id.text()) + part(std::string(name_of(lesion.role))) + part(lesion.organ) + (lesion.nodal ? "node;" : ";");
}

std::string key_of(const std::optional<StatedThreshold>& threshold)
{
  return threshold ? part(threshold->quantity + " " + format_number(threshold->value)) : std::string();
}

std::string key_of(const Prompt& prompt)
{
  return std::visit([](const auto& kind) { return key_of(kind); }, prompt);
}
}  // namespace nadir::measure
