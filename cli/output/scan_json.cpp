#include "cli/output/scan_json.h"

#include <nlohmann/json.hpp>

namespace nadir::cli
{
namespace
{
using json = nlohmann::ordered_json;
using namespace nadir::imaging;

json vector_json(PatientVector v) { return {v.left, v.posterior, v.superior}; }
json length_json(const std::optional<Millimeters>& length) { return length ? json(length->value()) : json(nullptr); }

json geometry_json(const ImageGeometry& geometry)
{
  const auto& size = geometry.size();
  const auto& spacing = geometry.spacing();
  const auto& axes = geometry.axes();
  return {{"size", {size.i, size.j, size.k}},
          {"spacing_mm", {spacing.i, spacing.j, spacing.k}},
          {"origin_mm", vector_json(geometry.origin() - PatientPoint{})},
          {"axes", {vector_json(axes.i), vector_json(axes.j), vector_json(axes.k)}}};
}

json remarks_json(const std::vector<GeometryRemark>& remarks)
{
  json list = json::array();
  for (const auto& remark : remarks) list.push_back({{"severity", name_of(remark.severity)}, {"code", remark.code}, {"text", remark.text}});
  return list;
}

json certificate_json(const GeometryCertificate& c)
{
  return {{"spacing_source", name_of(c.spacing_source)},
          {"pixel_spacing_row_mm", c.pixel_spacing_row.value()},
          {"pixel_spacing_column_mm", c.pixel_spacing_column.value()},
          {"slice_spacing_mm", length_json(c.slice_spacing)},
          {"slice_thickness_mm", length_json(c.slice_thickness)},
          {"gap_mm", length_json(c.gap)},
          {"declared_slice_spacing_mm", length_json(c.declared_slice_spacing)},
          {"largest_step_deviation_mm", c.largest_step_deviation.value()},
          {"largest_in_plane_drift_mm", c.largest_in_plane_drift.value()},
          {"slices", c.slices},
          {"missing_slices", c.missing_slices},
          {"duplicate_slices", c.duplicate_slices},
          {"uniform", c.uniform},
          {"measurable", c.is_measurable()},
          {"plane", name_of(c.plane)},
          {"obliquity_degrees", c.obliquity_degrees},
          {"frame_of_reference_uid", c.frame_of_reference.text()},
          {"laterality", c.laterality},
          {"remarks", remarks_json(c.remarks)}};
}

json sequence_json(const SequenceRecognition& sequence)
{
  json clues = json::array();
  for (const auto& clue : sequence.clues)
    clues.push_back({{"attribute", clue.attribute}, {"value", clue.value}, {"meaning", clue.meaning}});
  return {{"type", name_of(sequence.type)}, {"b_value", sequence.b_value ? json(*sequence.b_value) : json(nullptr)}, {"clues", clues}};
}

json stack_json(const ImageStack& stack)
{
  return {{"id", stack.id},
          {"split_reason", stack.split_reason},
          {"sequence", sequence_json(stack.sequence)},
          {"body_part", stack.body_part},
          {"unit", stack.unit},
          {"measurable", stack.geometry.has_value() && stack.certificate.is_measurable()},
          {"geometry", stack.geometry ? geometry_json(*stack.geometry) : json(nullptr)},
          {"certificate", certificate_json(stack.certificate)}};
}

json series_json(const Series& series)
{
  json stacks = json::array();
  for (const auto& stack : series.stacks) stacks.push_back(stack_json(stack));
  return {{"series_instance_uid", series.uid.text()},
          {"number", series.number},
          {"modality", series.modality},
          {"description", series.description},
          {"body_part", series.body_part},
          {"laterality", series.laterality},
          {"stacks", stacks}};
}

json study_json(const Study& study)
{
  json all = json::array();
  for (const auto& series : study.series) all.push_back(series_json(series));
  return {
      {"study_instance_uid", study.uid.text()}, {"patient_digest", study.patient.digest()}, {"acquired", study.acquired}, {"series", all}};
}

std::string stack_text(const ImageStack& stack)
{
  std::string text = "    " + stack.id + "  " + std::string(name_of(stack.sequence.type)) + ", " +
                     std::string(name_of(stack.certificate.plane)) + ", " + std::to_string(stack.certificate.slices) + " slices";
  if (stack.geometry)
  {
    const auto& spacing = stack.geometry->spacing();
    text += ", " + std::to_string(stack.geometry->size().i) + " x " + std::to_string(stack.geometry->size().j) + ", " +
            json(spacing.i).dump() + " x " + json(spacing.j).dump() + " x " + json(spacing.k).dump() + " mm";
  }
  if (!stack.split_reason.empty()) text += "  [" + stack.split_reason + "]";
  text += stack.geometry && stack.certificate.is_measurable() ? "\n" : "  NOT MEASURABLE\n";
  for (const auto& remark : stack.certificate.remarks)
    text += "        " + std::string(name_of(remark.severity)) + ": " + remark.text + "\n";
  return text;
}

/// Texts from DICOM files may hold anything, also bytes that are no UTF-8.
std::string dumped(const json& document) { return document.dump(2, ' ', false, json::error_handler_t::replace); }
}  // namespace

std::string scan_json(const Scan& scan)
{
  json studies = json::array(), others = json::array(), refused = json::array();
  for (const auto& study : scan.studies) studies.push_back(study_json(study));
  for (const auto& other : scan.others)
    others.push_back({{"path", other.path.string()},
                      {"kind", other.kind},
                      {"sop_class_uid", other.sop_class_uid},
                      {"series_instance_uid", other.series.text()}});
  for (const auto& file : scan.refused)
    refused.push_back({{"path", file.path.string()}, {"code", std::string(file.reason.code())}, {"reason", file.reason.message()}});
  return dumped({{"schema", "nadir.scan/1"},
                 {"files_seen", scan.files_seen},
                 {"files_not_dicom", scan.files_not_dicom},
                 {"studies", studies},
                 {"others", others},
                 {"refused", refused}}) +
         "\n";
}

std::string scan_text(const Scan& scan)
{
  std::string text;
  for (const auto& study : scan.studies)
  {
    text += "study " + study.uid.text() + "  patient " + study.patient.digest() + "\n";
    for (const auto& series : study.series)
    {
      text += "  series " + std::to_string(series.number) + "  " + series.modality + "  " + series.description + "\n";
      for (const auto& stack : series.stacks) text += stack_text(stack);
    }
  }
  for (const auto& other : scan.others) text += "other " + other.kind + "  " + other.path.string() + "\n";
  for (const auto& file : scan.refused) text += "refused " + file.path.string() + ": " + file.reason.message() + "\n";
  return text + std::to_string(scan.files_seen) + " files, " + std::to_string(scan.refused.size()) + " refused, " +
         std::to_string(scan.files_not_dicom) + " not DICOM\n";
}
}  // namespace nadir::cli
