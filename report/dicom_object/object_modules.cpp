#include "report/dicom_object/object_modules.h"

#include <algorithm>

#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

using Objects = std::vector<ObjectReference>;

void add_equipment(DicomDataSet& object, const std::string& software)
{
  object.text(tags::manufacturer, "LO", "Nadir");
  object.text(tags::manufacturer_model_name, "LO", "nadir");
  object.text(tags::device_serial_number, "LO", "none");
  object.text(tags::software_versions, "LO", fitting_text(software.empty() ? "unknown" : software, 64));
}

void set_object(DicomDataSet& item, const ObjectReference& object)
{
  item.text(tags::referenced_sop_class, "UI", object.sop_class);
  item.text(tags::referenced_sop_instance, "UI", object.sop_instance.text());
}

/// One item a series, with its instances in `instances`.
void add_series(DicomDataSet& parent, const Objects& objects, Tag instances)
{
  parent.sequence(tags::referenced_series_sequence);
  DicomDataSet* series = nullptr;
  const ObjectReference* before = nullptr;
  for (const auto& object : objects)
  {
    if (!before || before->series != object.series)
    {
      series = &parent.add_item(tags::referenced_series_sequence);
      series->text(tags::series_instance, "UI", object.series.text());
    }
    set_object(series->add_item(instances), object);
    before = &object;
  }
}

std::vector<Objects> by_study(Objects objects)
{
  std::sort(objects.begin(), objects.end());
  std::vector<Objects> studies;
  for (const auto& object : objects)
  {
    if (studies.empty() || studies.back().front().study != object.study) studies.emplace_back();
    studies.back().push_back(object);
  }
  return studies;
}

void add_study(DicomDataSet& object, Tag sequence, const Objects& of_study, Tag instances)
{
  auto& item = object.add_item(sequence);
  item.text(tags::study_instance, "UI", of_study.front().study.text());
  add_series(item, of_study, instances);
}
}  // namespace

void add_identity_modules(DicomDataSet& object, const StudyHeader& header, const ObjectIdentity& identity)
{
  for (const auto& [tag, element] : header.attributes.elements()) object.text(tag, element.vr, element.value);
  object.text(tags::specific_character_set, "CS", "ISO_IR 192");
  object.text(tags::sop_class, "UI", identity.sop_class);
  object.text(tags::sop_instance, "UI", identity.sop_instance);
  object.text(tags::series_instance, "UI", identity.series_instance);
  object.text(tags::modality, "CS", identity.modality);
  object.text(tags::series_number, "IS", std::to_string(identity.series_number));
  object.text(tags::series_description, "LO", fitting_text(identity.series_description, 64));
  object.text(tags::instance_number, "IS", std::to_string(identity.instance_number));
  for (const auto tag : {tags::content_date, tags::series_date}) object.text(tag, "DA", dicom_date(identity.when));
  for (const auto tag : {tags::content_time, tags::series_time}) object.text(tag, "TM", dicom_time(identity.when));
  add_equipment(object, identity.software);
}

void add_frame_of_reference(DicomDataSet& object, const FrameOfReferenceUid& frame_of_reference)
{
  object.text(tags::frame_of_reference, "UI", frame_of_reference.text());
  object.text(tags::position_reference_indicator, "LO", "");
}

void add_common_references(DicomDataSet& object, const StudyUid& own_study, const Objects& objects)
{
  for (const auto& of_study : by_study(objects))
  {
    if (of_study.front().study == own_study) add_series(object, of_study, tags::referenced_instance_sequence);
    else add_study(object, tags::studies_containing_other_referenced_instances_sequence, of_study, tags::referenced_instance_sequence);
  }
}

void add_evidence(DicomDataSet& object, Tag sequence, const Objects& objects)
{
  for (const auto& of_study : by_study(objects)) add_study(object, sequence, of_study, tags::referenced_sop_sequence);
}

void set_reference(DicomDataSet& item, const ImageReference& image)
{
  set_object(item, image.object);
  if (image.frame > 0) item.text(tags::referenced_frame_number, "IS", std::to_string(image.frame));
}
}  // namespace nadir::report
