#include "cli/output/size_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;
using namespace nadir::measure;

json point_json(PatientPoint point) { return {point.left, point.posterior, point.superior}; }
json text_or_null(const std::string& text) { return text.empty() ? json(nullptr) : json(text); }

json caliper_json(const Caliper& caliper)
{
  return {{"length_mm", caliper.length.value()},
          {"from", point_json(caliper.from)},
          {"to", point_json(caliper.to)},
          {"series_instance_uid", text_or_null(caliper.series.text())},
          {"sop_instance_uid", text_or_null(caliper.sop_instance.text())},
          {"slice", caliper.slice ? json(*caliper.slice) : json(nullptr)}};
}

json evidence_json(const LesionSize& size)
{
  return {{"source", size.evidence.source},
          {"mask_sha256", text_or_null(size.evidence.mask_digest)},
          {"series_instance_uid", text_or_null(size.evidence.series.text())},
          {"frame_of_reference_uid", text_or_null(size.evidence.frame_of_reference.text())},
          {"end_point_rule", size.evidence.end_point_rule},
          {"longest_diameter", caliper_json(size.longest_diameter)},
          {"short_axis", caliper_json(size.short_axis)},
          {"longest_in_any_plane", caliper_json(size.longest_in_any_plane)},
          {"feret_3d", caliper_json(size.feret_3d)},
          {"longest_inside", caliper_json(size.longest_inside)}};
}

json volume_estimates_json(const VolumeEstimates& estimates)
{
  return {{"voxels", estimates.voxels.value()}, {"surface", estimates.surface.value()}, {"contours", estimates.contours.value()}};
}

json lesion_json(const MeasuredLabel& measured, const LesionSize& size)
{
  const auto in_space = [&](double value) { return size.no_volume.empty() ? json(value) : json(nullptr); };
  return {{"label", measured.label},
          {"name", measured.name},
          {"longest_diameter_mm", size.longest_diameter.length.value()},
          {"short_axis_mm", size.short_axis.length.value()},
          {"who_product_mm2", size.who_product_mm2},
          {"longest_in_any_plane_mm", in_space(size.longest_in_any_plane.length.value())},
          {"feret_3d_mm", in_space(size.feret_3d.length.value())},
          {"longest_inside_mm", size.longest_inside.length.value()},
          {"diameter_uncertainty_mm", size.diameter_uncertainty.value()},
          {"volume_ml", in_space(size.volume.value())},
          {"volume_estimates_ml", size.no_volume.empty() ? volume_estimates_json(size.volume_estimates) : json(nullptr)},
          {"volume_spread_ml", in_space(size.volume_spread.value())},
          {"volume_uncertainty_ml", in_space(size.volume_uncertainty.value())},
          {"slice_spacing_mm", in_space(size.slice_spacing.value())},
          {"slices", size.slices},
          {"parts", size.parts},
          {"warnings", size.warnings},
          {"evidence", evidence_json(size)}};
}

std::string millimeters(Millimeters length) { return format_fixed(length.value(), 1) + " mm"; }

std::string volume_text(const LesionSize& size)
{
  return "  any plane, 3D     " + millimeters(size.longest_in_any_plane.length) + ", " + millimeters(size.feret_3d.length) +
         "\n  volume            " + format_fixed(size.volume.value(), 2) + " mL +- " + format_fixed(size.volume_uncertainty.value(), 2) +
         " mL\n";
}

std::string lesion_text(const MeasuredLabel& measured, const LesionSize& size)
{
  std::string text = "lesion " + std::to_string(measured.label) + (measured.name.empty() ? "" : " (" + measured.name + ")") + "\n";
  text += "  longest diameter  " + millimeters(size.longest_diameter.length) + " +- " + millimeters(size.diameter_uncertainty) +
          " (acquired plane, RECIST)\n";
  text += "  short axis        " + millimeters(size.short_axis.length) + "\n";
  if (size.no_volume.empty()) text += volume_text(size);
  for (const auto& warning : size.warnings) text += "  warning: " + warning + "\n";
  return text;
}
}  // namespace

std::string size_json(const std::vector<MeasuredLabel>& labels)
{
  json lesions = json::array(), failures = json::array();
  for (const auto& measured : labels)
  {
    if (measured.size) lesions.push_back(lesion_json(measured, *measured.size));
    else
      failures.push_back({{"label", measured.label},
                          {"name", measured.name},
                          {"code", std::string(measured.size.failure().code())},
                          {"reason", measured.size.failure().message()}});
  }
  return json{{"schema", "nadir.measure/1"}, {"lesions", lesions}, {"not_measured", failures}}.dump(2, ' ', false,
                                                                                                    json::error_handler_t::replace) +
         "\n";
}

std::string size_text(const std::vector<MeasuredLabel>& labels)
{
  std::string text;
  for (const auto& measured : labels)
    text += measured.size ? lesion_text(measured, *measured.size)
                          : "lesion " + std::to_string(measured.label) + " NOT MEASURED: " + measured.size.failure().message() + "\n";
  return text;
}
}  // namespace nadir::cli
