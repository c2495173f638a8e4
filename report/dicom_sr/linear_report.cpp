#include "report/dicom_sr/linear_report.h"

#include <algorithm>

#include "imaging/dicom/tags.h"
#include "imaging/geometry/patient_point.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_sr/report_concepts.h"
#include "report/dicom_sr/state_text.h"
#include "report/identity/tracking_uid.h"
#include "report/vocabulary/body_site.h"
#include "report/vocabulary/lesion_concepts.h"
#include "report/vocabulary/measurement_concepts.h"
#include "report/vocabulary/response_concepts.h"

namespace nadir::report
{
namespace
{
namespace concepts = report_concepts;
using imaging::ImageStack;
using measure::Caliper;
using measure::LesionAssessment;
using measure::MeasuredLesion;

/// The tool of OHIF that shows a lesion's lines: one that expects two lines and finds one makes nothing of the lesion.
std::string ohif_tool(const LesionAssessment& lesion)
{
  if (!lesion.longest_diameter && !lesion.short_axis) return "";
  return std::string("Cornerstone3DTools@^0.1.0:") + (lesion.longest_diameter && lesion.short_axis ? "Bidirectional:" : "Length:");
}

ImagePlace place_on(const imaging::SliceSource& slice, const ImageGeometry& geometry, PatientPoint point)
{
  const auto from_origin = point - slice.position;
  return {dot(from_origin, geometry.axes().i) / geometry.spacing().i, dot(from_origin, geometry.axes().j) / geometry.spacing().j};
}

std::optional<ReportedPlace> place_of(const Caliper& line, const ImageStack* stack)
{
  if (!stack || !stack->geometry) return std::nullopt;
  ReportedPlace place;
  place.graphic_type = "POLYLINE";
  if (const auto k = slice_of(line, *stack))
  {
    const auto& slice = stack->slices[*k];
    place.on_image = {place_on(slice, *stack->geometry, line.from), place_on(slice, *stack->geometry, line.to)};
    place.image = reference_to(slice);
    return place;
  }
  if (stack->certificate.frame_of_reference.empty()) return std::nullopt;
  place.in_patient = {line.from, line.to};
  place.frame_of_reference = stack->certificate.frame_of_reference;
  return place;
}

void add_line(ReportedLesion& group, MeasuredQuantity quantity, const std::optional<Caliper>& line, const ImageStack* stack)
{
  if (!line) return;
  const auto& names = concept_of(quantity);
  group.measurements.push_back({names.dicom, line->length.value(), names.unit, {}, {}, place_of(*line, stack)});
}

void set_site(const measure::Lesion& lesion, ReportedLesion& group)
{
  const auto site = lesion.nodal ? node_site_of(lesion.organ) : body_site_of(lesion.organ);
  if (!site)
  {
    if (!lesion.organ.empty() && lesion.organ != "not stated") group.comment = carried_text("Site: " + lesion.organ);
    return;
  }
  group.site = site->site;
  if (site->laterality) group.laterality = concept_of(*site->laterality);
}

std::optional<CodedConcept> category_of(measure::LesionRole role)
{
  switch (role)
  {
  case measure::LesionRole::Target: return lesion_concepts::target_at_baseline();
  case measure::LesionRole::NonTarget: return lesion_concepts::non_target_at_baseline();
  case measure::LesionRole::New: return std::nullopt;
  }
  return std::nullopt;
}

/// An identifier that OHIF takes for one of its annotations stays as it is.
std::string name_of(const std::string& identifier, const LesionAssessment& lesion, LesionNaming naming)
{
  const bool is_known_there = identifier.starts_with("Cornerstone3DTools@");
  return (naming == LesionNaming::Ohif && !is_known_there ? ohif_tool(lesion) : "") + identifier;
}

ReportedLesion group_of(const ExaminedTimepoint& timepoint, const MeasuredLesion& lesion, LesionNaming naming)
{
  const auto& declared = lesion.assessment.lesion;
  ReportedLesion group;
  group.tracking_identifier = name_of(carried_text(tracking_identifier(timepoint.assessment(), declared.id)), lesion.assessment, naming);
  group.tracking_uid = tracking_uid(timepoint.assessment(), declared.id);
  group.finding = declared.nodal ? lesion_concepts::lymph_node() : lesion_concepts::tumor();
  group.time_point = carried_text(timepoint.numbers().label.text());
  if (timepoint.is_baseline()) group.time_point_type = concepts::baseline();
  group.method = response_names::recist_1_1();
  group.category = category_of(declared.role);
  set_site(declared, group);
  add_line(group, MeasuredQuantity::LongestDiameter, lesion.assessment.longest_diameter, lesion.stack);
  add_line(group, MeasuredQuantity::ShortAxis, lesion.assessment.short_axis, lesion.stack);
  group.state = carried_text(state_text(lesion.assessment));
  return group;
}

/// A lesion that nobody has found yet is not in the report.
bool is_reported(const LesionAssessment& lesion)
{
  return lesion.lesion.role != measure::LesionRole::New ||
         (lesion.state != "NONE" && lesion.state != "NOT_DONE" && lesion.state != "ABSENT");
}

void add_number(MeasurementReport& report, MeasuredQuantity quantity, std::optional<double> value)
{
  const auto& names = concept_of(quantity);
  if (value) report.derived.push_back({names.dicom, *value, names.unit, {}, {}, {}});
}

std::optional<double> value_of(const std::optional<Millimeters>& length) { return length ? std::optional(length->value()) : std::nullopt; }

void add_sums(const measure::ResponseAssessment& response, MeasurementReport& report)
{
  add_number(report, MeasuredQuantity::SumOfDiameters, value_of(response.sum_of_diameters));
  add_number(report, MeasuredQuantity::ChangeFromBaselinePercent, response.change_from_baseline_percent);
  add_number(report, MeasuredQuantity::ChangeFromNadirPercent, response.change_from_nadir_percent);
  add_number(report, MeasuredQuantity::ChangeFromNadir, value_of(response.change_from_nadir));
}

/// DICOM's code where there is one, else that of the NCI Thesaurus (NE).
void add_answer(MeasurementReport& report, const CodedConcept& name, std::optional<CodedConcept> dicom, std::string_view category)
{
  if (!dicom) dicom = ncit_response(category);
  if (dicom) report.answers.push_back({name, *dicom});
}

void add_answers(const measure::ResponseAssessment& response, MeasurementReport& report)
{
  report.answers.push_back({response_names::evaluation_method(), response_names::recist_1_1()});
  add_answer(report, response_names::target(), target_response_concept(response.target_response), response.target_response);
  add_answer(report, response_names::non_target(), non_target_response_concept(response.non_target_response), response.non_target_response);
  if (const auto overall = ncit_response(response.overall_response)) report.answers.push_back({response_names::current(), *overall});
}

std::vector<ImageReference> images_of(const MeasurementReport& report)
{
  std::vector<ImageReference> images;
  for (const auto& lesion : report.lesions)
    for (const auto& measurement : lesion.measurements)
      if (measurement.place && !measurement.place->on_image.empty()) images.push_back(measurement.place->image);
  std::sort(images.begin(), images.end());
  images.erase(std::unique(images.begin(), images.end()), images.end());
  return images;
}

/// The image library must hold an image even where nothing was drawn.
std::vector<ImageReference> library_of(const MeasurementReport& report, const ExaminedTimepoint& timepoint)
{
  auto images = images_of(report);
  if (images.empty()) images.push_back(reference_to(*timepoint.study_image()));
  return images;
}
}  // namespace

MeasurementReport report_frame(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp)
{
  const auto& image = timepoint.study_image()->file->data();
  MeasurementReport report;
  report.person = stamp.person;
  report.device = stamp.software.empty() ? "nadir" : stamp.software;
  report.modality = image.text(imaging::tags::modality);
  const auto date = parse_dicom_date_time(image.text(imaging::tags::study_date), "");
  if (date) report.study_date = dicom_date(*date);
  report.frame_of_reference = FrameOfReferenceUid{image.text(imaging::tags::frame_of_reference)};
  report.comment = "Assessment SHA-256 " + stamp.assessment;
  return report;
}

MeasurementReport linear_report(const ExaminedTimepoint& timepoint, const ObjectStamp& stamp, LesionNaming naming)
{
  auto report = report_frame(timepoint, stamp);
  for (const auto& lesion : timepoint.lesions())
    if (is_reported(lesion.assessment)) report.lesions.push_back(group_of(timepoint, lesion, naming));
  add_sums(timepoint.numbers().response, report);
  add_answers(timepoint.numbers().response, report);
  report.library = library_of(report, timepoint);
  return report;
}

std::vector<std::string> left_out_of_linear_report(const ExaminedTimepoint& timepoint)
{
  std::vector<std::string> left_out{
      "3D diameters, uncertainties, findings with their clauses, flags and comparability (DICOM has no codes for them)"};
  for (const auto& lesion : timepoint.lesions())
    if (lesion.assessment.longest_diameter && !place_of(*lesion.assessment.longest_diameter, lesion.stack))
      left_out.push_back("where the line of lesion " + lesion.assessment.lesion.id.text() + " at \"" + timepoint.numbers().label.text() +
                         "\" lies (its images have no frame of reference)");
  return left_out;
}
}  // namespace nadir::report
