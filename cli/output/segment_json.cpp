#include "cli/output/segment_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;
using segmentation::EstimatedValue;

json value_json(const EstimatedValue& value) { return {{"value", value.value}, {"low_95", value.low}, {"high_95", value.high}}; }

std::string line_of(const std::string& name, const EstimatedValue& value, const std::string& unit)
{
  return name + ": " + format_fixed(value.value, 1) + " " + unit + " (95 % interval " + format_fixed(value.low, 1) + " to " +
         format_fixed(value.high, 1) + ")\n";
}
}  // namespace

std::string segment_json(const segmentation::SegmentedByPrompt& lesion)
{
  const json out{{"voxels", lesion.mask.count()},
                 {"volume_ml", value_json(lesion.volume_ml)},
                 {"longest_diameter_mm", value_json(lesion.longest_diameter_mm)},
                 {"short_axis_mm", value_json(lesion.short_axis_mm)},
                 {"channel", lesion.channel},
                 {"warnings", lesion.warnings}};
  return out.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string segment_text(const segmentation::SegmentedByPrompt& lesion)
{
  return line_of("volume", lesion.volume_ml, "mL") + line_of("longest diameter", lesion.longest_diameter_mm, "mm") +
         line_of("short axis", lesion.short_axis_mm, "mm") + "channel: " + std::to_string(lesion.channel) + "\n";
}
}  // namespace nadir::cli
