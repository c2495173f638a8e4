#include "cli/output/comparability_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;
using namespace nadir::measure;

json item_json(const ComparabilityItem& item)
{
  return {{"aspect", item.aspect},
          {"baseline", item.baseline},
          {"followup", item.followup},
          {"severity", std::string(name_of(item.severity))},
          {"diameter_effect_mm", item.diameter_effect ? json(item.diameter_effect->value()) : json(nullptr)},
          {"volume_effect_percent", item.volume_effect_percent ? json(*item.volume_effect_percent) : json(nullptr)},
          {"text", item.text},
          {"method", item.method.empty() ? json(nullptr) : json(item.method)}};
}

json report_json(const ComparabilityReport& report)
{
  json items = json::array();
  for (const auto& item : report.items) items.push_back(item_json(item));
  return {{"baseline_stack", report.baseline_stack},
          {"followup_stack", report.followup_stack},
          {"lesions", report.lesions},
          {"reference_diameter_mm", report.reference_diameter.value()},
          {"severity", std::string(name_of(report.severity()))},
          {"items", items}};
}

std::string item_text(const ComparabilityItem& item)
{
  if (item.severity == ComparabilitySeverity::Same) return "  same: " + item.aspect + ": " + item.baseline + "\n";
  std::string line = "  " + std::string(name_of(item.severity)) + ": " + item.aspect + ": " + item.baseline + " at baseline, " +
                     item.followup + " at follow-up";
  if (item.diameter_effect) line += "; estimated effect on the diameter " + format_fixed(item.diameter_effect->value(), 1) + " mm";
  if (item.volume_effect_percent) line += ", on the volume " + format_fixed(*item.volume_effect_percent, 1) + " %";
  line += "\n      " + item.text;
  return line + (item.method.empty() ? "" : " (" + item.method + ")") + "\n";
}
}  // namespace

std::string comparability_json(const std::vector<ComparabilityReport>& reports)
{
  json list = json::array();
  for (const auto& report : reports) list.push_back(report_json(report));
  return json{{"schema", "nadir.compare/1"}, {"comparability", list}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string comparability_text(const std::vector<ComparabilityReport>& reports)
{
  std::string text;
  for (const auto& report : reports)
  {
    text += "series " + report.followup_stack + " against " + report.baseline_stack + " (effects on " +
            format_fixed(report.reference_diameter.value(), 0) +
            " mm): " + (report.severity() == ComparabilitySeverity::Same ? "the same technique" : std::string(name_of(report.severity()))) +
            "\n";
    for (const auto& item : report.items) text += item_text(item);
  }
  return text;
}
}  // namespace nadir::cli
