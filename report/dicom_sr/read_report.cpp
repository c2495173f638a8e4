#include <algorithm>
#include <map>

#include "report/dicom_sr/read_content.h"
#include "report/dicom_sr/report_concepts.h"
#include "report/dicom_sr/report_content.h"

namespace nadir::report
{
namespace
{
namespace concepts = report_concepts;

constexpr double pixel_corner_to_centre = 0.5;

std::string text_in(const ContentItem& item, const CodedConcept& name, std::string_view type)
{
  const auto* found = item.find(name, type);
  return found ? found->text : std::string();
}

std::optional<CodedConcept> code_in(const ContentItem& item, const CodedConcept& name)
{
  const auto* found = item.find(name, "CODE");
  return found ? std::optional(found->code) : std::nullopt;
}

/// Reads the groups of one report; completes references from the evidence.
class ReportReader
{
public:
  explicit ReportReader(const std::vector<ObjectReference>& evidence)
  {
    for (const auto& object : evidence) evidence_.emplace(object.sop_instance, object);
  }

  MeasurementReport read(const ContentItem& root) const
  {
    MeasurementReport report;
    report.person = text_in(root, concepts::person_observer_name(), "PNAME");
    report.device = text_in(root, concepts::device_observer_name(), "TEXT");
    if (const auto* library = root.find(concepts::image_library(), "CONTAINER")) read_library(*library, report);
    if (const auto* measurements = root.find(concepts::imaging_measurements(), "CONTAINER"))
      for (const auto* group : measurements->find_all(concepts::measurement_group(), "CONTAINER"))
        report.lesions.push_back(lesion_in(*group));
    if (const auto* derived = root.find(concepts::derived_measurements(), "CONTAINER")) report.derived = measurements_in(*derived);
    if (const auto* evaluations = root.find(concepts::qualitative_evaluations(), "CONTAINER")) read_answers(*evaluations, report);
    return report;
  }

private:
  ImageReference completed(ImageReference reference) const
  {
    const auto found = evidence_.find(reference.object.sop_instance);
    if (found == evidence_.end()) return reference;
    reference.object.study = found->second.study;
    reference.object.series = found->second.series;
    return reference;
  }

  void read_library(const ContentItem& library, MeasurementReport& report) const
  {
    for (const auto* group : library.find_all(concepts::image_library_group(), "CONTAINER"))
    {
      if (const auto modality = code_in(*group, concepts::modality())) report.modality = modality->value;
      report.study_date = text_in(*group, concepts::study_date(), "DATE");
      report.frame_of_reference = FrameOfReferenceUid{text_in(*group, concepts::frame_of_reference_uid(), "UIDREF")};
      for (const auto& child : group->children)
        if (child.value_type == "IMAGE") report.library.push_back(completed(child.image));
    }
  }

  static void read_answers(const ContentItem& evaluations, MeasurementReport& report)
  {
    for (const auto& child : evaluations.children)
      if (child.value_type == "CODE") report.answers.push_back({child.name, child.code});
    report.comment = text_in(evaluations, concepts::comment(), "TEXT");
  }

  std::optional<ReportedPlace> place_in(const ContentItem& item) const
  {
    ReportedPlace place;
    place.graphic_type = item.graphic_type;
    if (item.value_type == "SCOORD3D")
    {
      for (std::size_t i = 0; i + 2 < item.graphic.size(); i += 3)
        place.in_patient.push_back({item.graphic[i], item.graphic[i + 1], item.graphic[i + 2]});
      place.frame_of_reference = item.frame_of_reference;
      return place;
    }
    const auto source =
        std::find_if(item.children.begin(), item.children.end(), [](const ContentItem& child) { return child.value_type == "IMAGE"; });
    if (source == item.children.end()) return std::nullopt;
    for (std::size_t i = 0; i + 1 < item.graphic.size(); i += 2)
      place.on_image.push_back({item.graphic[i] - pixel_corner_to_centre, item.graphic[i + 1] - pixel_corner_to_centre});
    place.image = completed(source->image);
    return place;
  }

  std::optional<ReportedPlace> place_below(const ContentItem& item) const
  {
    for (const auto& child : item.children)
      if (child.value_type.starts_with("SCOORD")) return place_in(child);
    return std::nullopt;
  }

  /// A NUM without a value (the report says that it could not be measured) is no measurement.
  std::vector<ReportedMeasurement> measurements_in(const ContentItem& group) const
  {
    std::vector<ReportedMeasurement> measurements;
    for (const auto& child : group.children)
      if (child.value_type == "NUM" && child.number)
        measurements.push_back({child.name, child.number->value, child.number->unit, code_in(child, concepts::derivation()),
                                code_in(child, concepts::measurement_method()), place_below(child)});
    return measurements;
  }

  std::optional<ReportedSegment> segment_in(const ContentItem& group) const
  {
    const auto* item = group.find(concepts::referenced_segment(), "IMAGE");
    if (!item) return std::nullopt;
    ReportedSegment segment{completed(item->image).object, item->segment, {}};
    for (const auto* source : group.find_all(concepts::source_image_for_segmentation(), "IMAGE"))
      segment.source_images.push_back(completed(source->image));
    return segment;
  }

  /// A region stands at the level of the group, as SCOORD or SCOORD3D, whatever it is called.
  std::optional<ReportedPlace> region_in(const ContentItem& group) const { return place_below(group); }

  ReportedLesion lesion_in(const ContentItem& group) const
  {
    ReportedLesion lesion;
    lesion.tracking_identifier = text_in(group, concepts::tracking_identifier(), "TEXT");
    lesion.tracking_uid = text_in(group, concepts::tracking_unique_identifier(), "UIDREF");
    lesion.finding = code_in(group, concepts::finding()).value_or(CodedConcept{});
    lesion.time_point = text_in(group, concepts::time_point(), "TEXT");
    lesion.time_point_type = code_in(group, concepts::time_point_type());
    lesion.method = code_in(group, concepts::measurement_method());
    read_site(group, lesion);
    lesion.category = code_in(group, CodedConcept{"112016", "DCM", ""});
    lesion.state = text_in(group, concepts::tumor_state(), "TEXT");
    lesion.comment = text_in(group, concepts::comment(), "TEXT");
    lesion.segment = segment_in(group);
    lesion.region = region_in(group);
    lesion.measurements = measurements_in(group);
    return lesion;
  }

  static void read_site(const ContentItem& group, ReportedLesion& lesion)
  {
    const auto* site = group.find(concepts::finding_site(), "CODE");
    if (!site) return;
    lesion.site = site->code;
    lesion.laterality = code_in(*site, concepts::laterality());
  }

  std::map<SopInstanceUid, ObjectReference> evidence_;
};
}  // namespace

Result<MeasurementReport> report_in(const ContentItem& content, const std::vector<ObjectReference>& evidence)
{
  if (!content.find(concepts::imaging_measurements(), "CONTAINER"))
    return Failure{SrError::OtherTemplate,
                   "the report is no measurement report of TID 1500 (its measurements have no place that is known). Choose another file."};
  return ReportReader(evidence).read(content);
}
}  // namespace nadir::report
