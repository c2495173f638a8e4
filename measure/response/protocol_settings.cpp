#include "measure/response/protocol_settings.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "imaging/result/expects.h"
#include "imaging/units/number_text.h"

namespace nadir::measure
{
namespace
{
/// A setting with how it is written to and read from text.
struct Entry
{
  ProtocolSetting setting;
  std::function<std::string(const Protocol&)> text;
  std::function<bool(Protocol&, std::string_view)> set;  ///< false: the text is no value of this kind
};

/// A decimal number times `factor` when that is whole.
std::optional<std::int64_t> whole_multiple(std::string_view text, double factor)
{
  const auto number = parse_number(text);
  if (!number || std::abs(*number) > 1e9) return std::nullopt;
  const double whole = std::round(*number * factor);
  return std::abs(*number * factor - whole) < 1e-6 ? std::optional(static_cast<std::int64_t>(whole)) : std::nullopt;
}

std::string length_text(ReportedLength length)
{
  auto text = in_words(length);
  text.resize(text.size() - 3);  // " mm"
  return text;
}

std::string permille_text(int permille) { return format_fixed(permille / 10.0, permille % 10 == 0 ? 0 : 1); }

// `field` is a generic lambda that names one field of a protocol, constant or not.

template <class Field> Entry length(ProtocolSetting setting, Field field)
{
  return {setting, [field](const Protocol& protocol) { return length_text(field(protocol)); },
          [field](Protocol& protocol, std::string_view text)
          {
            const auto micrometers = whole_multiple(text, 1000.0);
            if (micrometers) field(protocol) = ReportedLength::from_micrometers(*micrometers);
            return micrometers.has_value();
          }};
}

template <class Field> Entry percent(ProtocolSetting setting, Field field)
{
  return {setting, [field](const Protocol& protocol) { return permille_text(field(protocol)); },
          [field](Protocol& protocol, std::string_view text)
          {
            const auto permille = whole_multiple(text, 10.0);
            const bool fits = permille && std::abs(*permille) < 1'000'000;
            if (fits) field(protocol) = static_cast<int>(*permille);
            return fits;
          }};
}

template <class Field> Entry count(ProtocolSetting setting, Field field)
{
  return {setting, [field](const Protocol& protocol) { return std::to_string(field(protocol)); },
          [field](Protocol& protocol, std::string_view text)
          {
            const auto number = parse_integer(text);
            const bool fits = number && std::abs(*number) < 1'000'000;
            if (fits) field(protocol) = static_cast<int>(*number);
            return fits;
          }};
}

template <class Field> Entry truth(ProtocolSetting setting, Field field)
{
  return {setting, [field](const Protocol& protocol) { return std::string(field(protocol) ? "true" : "false"); },
          [field](Protocol& protocol, std::string_view text)
          {
            if (text != "true" && text != "false") return false;
            field(protocol) = text == "true";
            return true;
          }};
}

template <class Field> Entry date(ProtocolSetting setting, Field field)
{
  return {setting,
          [field](const Protocol& protocol) { return field(protocol) ? format_calendar_day(*field(protocol)) : std::string("baseline"); },
          [field](Protocol& protocol, std::string_view text)
          {
            field(protocol) = parse_calendar_day(text);
            return text == "baseline" || field(protocol).has_value();
          }};
}

#define NADIR_FIELD(path)                                                                                                                  \
  [](auto& protocol) -> auto& { return protocol.path; }

std::vector<Entry> target_entries()
{
  return {
      length({"length_quantum_mm", "mm", "N4, Q3", "each length is rounded once to this"}, NADIR_FIELD(length_quantum)),
      percent({"partial_response_decrease_percent", "%", "N5, T12", "PR: the sum is at least this much below baseline"},
              NADIR_FIELD(target.partial_response_decrease_permille)),
      percent({"progression_increase_percent", "%", "N5, T10", "PD: the sum is at least this much above the nadir"},
              NADIR_FIELD(target.progression_increase_permille)),
      length({"progression_minimum_increase_mm", "mm", "N5, T10", "PD: and at least this much above it"},
             NADIR_FIELD(target.progression_minimum_increase)),
      length({"too_small_counts_mm", "mm", "T2, Q16", "a target too small to measure counts this"}, NADIR_FIELD(target.too_small_counts)),
      length({"normal_node_below_mm", "mm", "T11, Q5", "a node is normal below this short axis"}, NADIR_FIELD(target.normal_node_below))};
}

std::vector<Entry> switch_entries()
{
  return {truth({"keep_partial_response", "true/false", "T12s, Q1", "a PR holds until PD, CR or NE"},
                NADIR_FIELD(switches.keep_partial_response)),
          truth({"not_evaluable_ends_kept_response", "true/false", "T12s", "after an NE the next time point is judged afresh"},
                NADIR_FIELD(switches.not_evaluable_ends_kept_response)),
          truth({"normal_nodes_before_progression", "true/false", "T11, Q4", "all gone with growing normal nodes is CR, not PD"},
                NADIR_FIELD(switches.normal_nodes_before_progression)),
          truth({"incomplete_sum_can_progress", "true/false", "T9, Q6", "the measured part alone may show PD"},
                NADIR_FIELD(switches.incomplete_sum_can_progress)),
          truth({"incomplete_sum_lowers_nadir", "true/false", "T6, Q8", "an incomplete sum may become the nadir"},
                NADIR_FIELD(switches.incomplete_sum_lowers_nadir)),
          truth({"reappearance_is_progression", "true/false", "T13, R8, Q9, Q11", "disease after an overall CR is PD whatever its size"},
                NADIR_FIELD(switches.reappearance_after_complete_response_is_progression)),
          truth({"equivocal_new_lesion_backdates", "true/false", "NL2", "a proven new lesion counts from where it was first seen"},
                NADIR_FIELD(switches.equivocal_new_lesion_backdates)),
          truth({"too_small_uses_slice_thickness", "true/false", "T2",
                 "above 5 mm the slice thickness counts for a target too small to measure"},
                NADIR_FIELD(switches.too_small_uses_slice_thickness))};
}

std::vector<Entry> confirmation_entries()
{
  return {truth({"confirmation_required", "true/false", "R2", "CR and PR have to be confirmed"}, NADIR_FIELD(confirmation.required)),
          count({"confirmation_minimum_days", "days", "R3", "days between a response and its confirmation"},
                NADIR_FIELD(confirmation.minimum_days)),
          count({"minimum_stable_days", "days", "R4, Q12", "days from the start after which SD counts"},
                NADIR_FIELD(confirmation.minimum_stable_days)),
          count({"maximum_not_evaluable_between", "count", "R7, Q13", "NE visits allowed between a response and its confirmation"},
                NADIR_FIELD(confirmation.maximum_not_evaluable_between)),
          truth({"stable_between_partial_confirms", "true/false", "R7, Q13", "PR, SD, PR confirms the PR"},
                NADIR_FIELD(confirmation.stable_between_partial_confirms)),
          date({"reference_date", "date", "R4", "start of treatment; baseline = the baseline examination"}, NADIR_FIELD(reference_date))};
}

std::vector<Entry> baseline_entries()
{
  return {count({"baseline_window_days", "days", "B1", "longest time from baseline to the start of treatment"},
                NADIR_FIELD(baseline.window_days)),
          length({"measurable_minimum_mm", "mm", "B2", "smallest measurable longest diameter"}, NADIR_FIELD(baseline.measurable_minimum)),
          length({"measurable_minimum_xray_mm", "mm", "B2, Q18", "the same by chest X-ray"}, NADIR_FIELD(baseline.measurable_minimum_xray)),
          length({"thick_slice_above_mm", "mm", "B2, B3", "above this slice, twice the slice is needed"},
                 NADIR_FIELD(baseline.thick_slice_above)),
          length({"target_node_minimum_mm", "mm", "B5", "smallest short axis of a target node"}, NADIR_FIELD(baseline.target_node_minimum)),
          length({"pathological_node_minimum_mm", "mm", "B5", "smallest short axis of a pathological node"},
                 NADIR_FIELD(baseline.pathological_node_minimum)),
          count({"maximum_targets", "count", "B11", "targets in all"}, NADIR_FIELD(baseline.maximum_targets)),
          count({"maximum_targets_per_organ", "count", "B11", "targets in one organ"}, NADIR_FIELD(baseline.maximum_targets_per_organ))};
}

std::vector<Entry> repeatability_entries()
{
  return {length({"repeatability_absolute_mm", "mm", "repeatability", "standard deviation of one reading, whatever the length"},
                 NADIR_FIELD(repeatability.absolute)),
          percent({"repeatability_relative_percent", "%", "repeatability", "and in proportion to the length; both add up as variances"},
                  NADIR_FIELD(repeatability.relative_permille))};
}
#undef NADIR_FIELD

const std::vector<Entry>& entries()
{
  static const std::vector<Entry> all = []
  {
    std::vector<Entry> joined;
    for (const auto& part : {target_entries(), switch_entries(), confirmation_entries(), baseline_entries(), repeatability_entries()})
      joined.insert(joined.end(), part.begin(), part.end());
    return joined;
  }();
  return all;
}

const Entry* find(std::string_view key)
{
  const auto found = std::find_if(entries().begin(), entries().end(), [&](const auto& entry) { return entry.setting.key == key; });
  return found == entries().end() ? nullptr : &*found;
}

std::string volume_words(const VolumeLimits& limits)
{
  return limits.name + " -" + permille_text(limits.decrease_permille) + "/+" + permille_text(limits.increase_permille) + " % (" +
         limits.citation + ")";
}

std::string volume_list(const std::vector<VolumeLimits>& all)
{
  std::string list;
  for (const auto& limits : all) list += (list.empty() ? "" : "; ") + volume_words(limits);
  return list.empty() ? "none" : list;
}
}  // namespace

const std::vector<ProtocolSetting>& protocol_settings()
{
  static const std::vector<ProtocolSetting> settings = []
  {
    std::vector<ProtocolSetting> all;
    for (const auto& entry : entries()) all.push_back(entry.setting);
    return all;
  }();
  return settings;
}

std::string setting_value(const Protocol& protocol, std::string_view key)
{
  const auto* entry = find(key);
  NADIR_EXPECTS(entry != nullptr);
  return entry->text(protocol);
}

Result<Protocol> with_setting(Protocol protocol, std::string_view key, std::string_view value)
{
  const auto* entry = find(key);
  if (entry == nullptr)
    return Failure(ResponseError::ProtocolUnknownKey, "there is no protocol setting '" + std::string(key) +
                                                          "' (a misspelt key would be ignored). Use one of the documented keys.");
  if (!entry->set(protocol, value))
    return Failure(ResponseError::ProtocolInvalid, "protocol setting " + std::string(key) + " cannot be '" + std::string(value) +
                                                       "' (unit: " + std::string(entry->setting.unit) + "). Correct the value.");
  return Protocol::make(std::move(protocol));
}

std::vector<std::string> differences_from_default(const Protocol& protocol)
{
  const Protocol usual;
  std::vector<std::string> differences;
  for (const auto& [setting, text, set] : entries())
    if (text(protocol) != text(usual))
      differences.push_back(std::string(setting.key) + " is " + text(protocol) + " instead of " + text(usual) + " " +
                            std::string(setting.unit) + " (" + std::string(setting.source) + ": " + std::string(setting.meaning) + ")");
  if (volume_list(protocol.volume_limits) != volume_list(usual.volume_limits))
    differences.push_back("volume_limits are " + volume_list(protocol.volume_limits) + " instead of " + volume_list(usual.volume_limits));
  return differences;
}
}  // namespace nadir::measure
