#include "cli/output/agreement_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;

json distances_json(const std::optional<segmentation::SurfaceDistances>& distances)
{
  if (!distances) return nullptr;
  return {{"mean_mm", distances->mean.value()},
          {"mean_from_a_mm", distances->mean_from_a.value()},
          {"mean_from_b_mm", distances->mean_from_b.value()},
          {"hausdorff_95_mm", distances->hausdorff_95.value()},
          {"hausdorff_mm", distances->hausdorff.value()}};
}

json label_json(const LabelAgreement& label)
{
  const auto& overlap = label.overlap;
  return {{"label", label.label},
          {"name", label.name},
          {"dice", overlap.dice},
          {"jaccard", overlap.jaccard},
          {"volume_a_ml", overlap.volume_a.value()},
          {"volume_b_ml", overlap.volume_b.value()},
          {"volume_change_percent", overlap.volume_change ? json(100.0 * *overlap.volume_change) : json(nullptr)},
          {"surface_distances", distances_json(label.distances)},
          {"notes", label.notes}};
}

std::string distances_text(const segmentation::SurfaceDistances& distances)
{
  return "  outlines apart: mean " + format_fixed(distances.mean.value(), 2) + " mm, 95 % " +
         format_fixed(distances.hausdorff_95.value(), 2) + " mm, largest " + format_fixed(distances.hausdorff.value(), 2) + " mm\n";
}
}  // namespace

std::string agreement_json(const std::vector<LabelAgreement>& labels)
{
  json list = json::array();
  for (const auto& label : labels) list.push_back(label_json(label));
  return json{{"labels", list}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string agreement_text(const std::vector<LabelAgreement>& labels)
{
  std::string text;
  for (const auto& label : labels)
  {
    const auto& overlap = label.overlap;
    text += "label " + std::to_string(label.label) + (label.name.empty() ? "" : " (" + label.name + ")") + ": Dice " +
            format_fixed(overlap.dice, 4) + ", Jaccard " + format_fixed(overlap.jaccard, 4) + ", volume " +
            format_fixed(overlap.volume_a.value(), 2) + " and " + format_fixed(overlap.volume_b.value(), 2) + " mL";
    if (overlap.volume_change)
      text += " (" + std::string(*overlap.volume_change >= 0 ? "+" : "") + format_fixed(100.0 * *overlap.volume_change, 1) + " %)";
    text += "\n";
    if (label.distances) text += distances_text(*label.distances);
    for (const auto& note : label.notes) text += "  " + note + "\n";
  }
  return text;
}
}  // namespace nadir::cli
