#include "report/dicom_sr/report_content.h"

#include "report/dicom_sr/report_concepts.h"
#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
namespace concepts = report_concepts;
using namespace content;

constexpr double pixel_corner_to_centre = 0.5;

std::vector<double> image_graphic(const ReportedPlace& place)
{
  std::vector<double> graphic;
  for (const auto& point : place.on_image)
    graphic.insert(graphic.end(), {point.column + pixel_corner_to_centre, point.row + pixel_corner_to_centre});
  return graphic;
}

std::vector<double> patient_graphic(const ReportedPlace& place)
{
  std::vector<double> graphic;
  for (const auto& point : place.in_patient) graphic.insert(graphic.end(), {point.left, point.posterior, point.superior});
  return graphic;
}

ContentItem place_item(const ReportedPlace& place, std::string_view relationship, const CodedConcept& name)
{
  ContentItem item;
  item.relationship = relationship;
  item.name = name;
  item.graphic_type = place.graphic_type;
  item.value_type = place.on_image.empty() ? "SCOORD3D" : "SCOORD";
  item.graphic = place.on_image.empty() ? patient_graphic(place) : image_graphic(place);
  item.frame_of_reference = place.frame_of_reference;
  if (!place.on_image.empty()) item.add(image("SELECTED FROM", place.image));
  return item;
}

ContentItem measurement_item(const ReportedMeasurement& measurement)
{
  auto item = number(measurement.name, {measurement.value, measurement.unit});
  if (measurement.derivation) item.add(code("HAS CONCEPT MOD", concepts::derivation(), *measurement.derivation));
  if (measurement.method) item.add(code("HAS CONCEPT MOD", concepts::measurement_method(), *measurement.method));
  if (measurement.place) item.add(place_item(*measurement.place, "INFERRED FROM", concepts::path()));
  return item;
}

ContentItem site_item(const ReportedLesion& lesion)
{
  auto item = code("HAS CONCEPT MOD", concepts::finding_site(), *lesion.site);
  if (lesion.laterality) item.add(code("HAS CONCEPT MOD", concepts::laterality(), *lesion.laterality));
  return item;
}

void add_segment(const ReportedSegment& segment, ContentItem& group)
{
  auto& item = group.add(image("CONTAINS", {segment.segmentation, 0}));
  item.name = concepts::referenced_segment();
  item.segment = segment.number;
  for (const auto& source : segment.source_images) group.add(image("CONTAINS", source)).name = concepts::source_image_for_segmentation();
}

std::string_view template_of(const ReportedLesion& lesion)
{
  if (lesion.segment) return "1411";
  return lesion.region ? "1410" : "1501";
}

/// Tracking identifier and UID come first: viewers take the first text and the first UID of a group for them.
ContentItem group_item(const ReportedLesion& lesion)
{
  auto group = container("CONTAINS", concepts::measurement_group());
  group.template_id = template_of(lesion);
  group.add(text("HAS OBS CONTEXT", concepts::tracking_identifier(), lesion.tracking_identifier));
  group.add(uid("HAS OBS CONTEXT", concepts::tracking_unique_identifier(), lesion.tracking_uid));
  group.add(code("CONTAINS", concepts::finding(), lesion.finding));
  if (!lesion.time_point.empty()) group.add(text("HAS OBS CONTEXT", concepts::time_point(), lesion.time_point));
  if (lesion.time_point_type) group.add(code("HAS OBS CONTEXT", concepts::time_point_type(), *lesion.time_point_type));
  if (lesion.segment) add_segment(*lesion.segment, group);
  if (lesion.region) group.add(place_item(*lesion.region, "CONTAINS", concepts::image_region()));
  if (lesion.method) group.add(code("HAS CONCEPT MOD", concepts::measurement_method(), *lesion.method));
  if (lesion.site) group.add(site_item(lesion));
  for (const auto& measurement : lesion.measurements) group.add(measurement_item(measurement));
  if (lesion.category) group.add(code("CONTAINS", CodedConcept{"112016", "DCM", "Baseline Category"}, *lesion.category));
  if (!lesion.state.empty()) group.add(text("CONTAINS", concepts::tumor_state(), lesion.state));
  if (!lesion.comment.empty()) group.add(text("CONTAINS", concepts::comment(), lesion.comment));
  return group;
}

void add_observers(const MeasurementReport& report, ContentItem& root)
{
  if (!report.person.empty())
  {
    root.add(code("HAS OBS CONTEXT", concepts::observer_type(), concepts::person()));
    root.add(person("HAS OBS CONTEXT", concepts::person_observer_name(), report.person));
  }
  root.add(code("HAS OBS CONTEXT", concepts::observer_type(), concepts::device()));
  root.add(uid("HAS OBS CONTEXT", concepts::device_observer_uid(), derived_uid({"device", report.device})));
  root.add(text("HAS OBS CONTEXT", concepts::device_observer_name(), report.device));
  root.add(text("HAS OBS CONTEXT", concepts::device_observer_manufacturer(), "Nadir"));
  root.add(text("HAS OBS CONTEXT", concepts::device_observer_model_name(), "nadir"));
}

struct ModalityCodes
{
  CodedConcept modality;
  CodedConcept procedure;
};

ModalityCodes codes_of(const std::string& modality)
{
  if (modality == "CT") return {{"CT", "DCM", "Computed Tomography"}, {"25045-6", "LN", "CT unspecified body region"}};
  if (modality == "PT") return {{"PT", "DCM", "Positron emission tomography"}, {"44136-0", "LN", "PET unspecified body region"}};
  return {{"MR", "DCM", "Magnetic Resonance"}, {"25056-3", "LN", "MRI unspecified body region"}};
}

void add_library(const MeasurementReport& report, ContentItem& root)
{
  auto& library = root.add(container("CONTAINS", concepts::image_library()));
  auto& group = library.add(container("CONTAINS", concepts::image_library_group()));
  group.add(code("HAS ACQ CONTEXT", concepts::modality(), codes_of(report.modality).modality));
  if (!report.study_date.empty()) group.add(date("HAS ACQ CONTEXT", concepts::study_date(), report.study_date));
  if (!report.frame_of_reference.empty())
    group.add(uid("HAS ACQ CONTEXT", concepts::frame_of_reference_uid(), report.frame_of_reference.text()));
  for (const auto& reference : report.library) group.add(image("CONTAINS", reference));
}

void add_derived(const MeasurementReport& report, ContentItem& root)
{
  if (report.derived.empty()) return;
  auto& derived = root.add(container("CONTAINS", concepts::derived_measurements()));
  for (const auto& measurement : report.derived) derived.add(measurement_item(measurement));
}

void add_answers(const MeasurementReport& report, ContentItem& root)
{
  if (report.answers.empty() && report.comment.empty()) return;
  auto& evaluations = root.add(container("CONTAINS", concepts::qualitative_evaluations()));
  for (const auto& answer : report.answers) evaluations.add(code("CONTAINS", answer.name, answer.value));
  if (!report.comment.empty()) evaluations.add(text("CONTAINS", concepts::comment(), report.comment));
}
}  // namespace

ContentItem content_of(const MeasurementReport& report)
{
  auto root = container("", concepts::imaging_measurement_report());
  root.template_id = "1500";
  root.add(code("HAS CONCEPT MOD", concepts::language(), concepts::english()));
  add_observers(report, root);
  root.add(code("HAS CONCEPT MOD", concepts::procedure_reported(), codes_of(report.modality).procedure));
  add_library(report, root);
  auto& measurements = root.add(container("CONTAINS", concepts::imaging_measurements()));
  for (const auto& lesion : report.lesions) measurements.add(group_item(lesion));
  add_derived(report, root);
  add_answers(report, root);
  return root;
}
}  // namespace nadir::report
