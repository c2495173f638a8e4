#include "sample_data/phantom/common_modules.h"

#include "sample_data/phantom/dicom_tags.h"
#include "sample_data/phantom/dicom_text.h"
#include "sample_data/phantom/uid.h"

namespace nadir::phantom
{
namespace
{
constexpr int seconds_a_series = 300;
constexpr int seconds_a_slice = 2;
constexpr int seconds_to_reading = 7200;

std::string series_time(const MrSeries& series)
{
  return time_after(series.examination.time, seconds_a_series * series.sequence.series_number);
}

void put_equipment(DicomItem item)
{
  item.text(tags::manufacturer, "Nadir phantom");
  item.text(tags::manufacturer_model_name, "Thigh phantom");
}
}  // namespace

std::string slice_time(const MrSeries& series, int k) { return time_after(series_time(series), seconds_a_slice * k); }

void put_patient_and_study(DicomItem item, const Examination& examination)
{
  item.text(tags::specific_character_set, "ISO_IR 100");
  item.text(tags::patient_name, examination.patient_name);
  item.text(tags::patient_id, examination.patient_id);
  item.text(tags::patient_birth_date, "");
  item.text(tags::patient_sex, "O");
  item.text(tags::study_instance_uid, examination.study_uid);
  item.text(tags::study_date, examination.date);
  item.text(tags::study_time, examination.time);
  item.text(tags::study_id, "1");
  item.text(tags::study_description, examination.description);
  item.text(tags::accession_number, "");
  item.text(tags::referring_physician_name, "");
}

void put_mr_series(DicomItem item, const MrSeries& series)
{
  item.text(tags::modality, "MR");
  item.text(tags::series_instance_uid, series.series_uid);
  item.text(tags::series_number, std::to_string(series.sequence.series_number));
  item.text(tags::series_description, series.sequence.description);
  item.text(tags::series_date, series.examination.date);
  item.text(tags::series_time, series_time(series));
  item.text(tags::body_part_examined, "THIGH");
  // An enhanced object says it once a frame, in Frame Anatomy, and may not repeat it here.
  if (series.objects == MrObjects::Classic) item.text(tags::laterality, "R");
  item.text(tags::patient_position, "FFS");
  item.text(tags::frame_of_reference_uid, series.examination.frame_of_reference_uid);
  item.text(tags::position_reference_indicator, "");
  put_equipment(item);
}

void put_derived_series(DicomItem item, const MrSeries& source, const std::string& modality, const std::string& name)
{
  item.text(tags::modality, modality);
  item.text(tags::series_instance_uid, uid_of(source.uid_stem + "/" + name + "/series", source.seed));
  item.text(tags::sop_instance_uid, uid_of(source.uid_stem + "/" + name, source.seed));
  item.text(tags::series_number, std::to_string(100 + source.sequence.series_number));
  item.text(tags::series_description, name);
  item.text(tags::series_date, source.examination.date);
  item.text(tags::series_time, time_after(source.examination.time, seconds_to_reading));
  item.text(tags::instance_number, "1");
  put_equipment(item);
  item.text(tags::device_serial_number, "1");
  item.text(tags::software_versions, "1");
}

void put_mr_pixel_format(DicomItem item, GridSize size)
{
  item.number(tags::samples_per_pixel, 1);
  item.text(tags::photometric_interpretation, "MONOCHROME2");
  item.number(tags::rows, static_cast<std::uint16_t>(size.j));
  item.number(tags::columns, static_cast<std::uint16_t>(size.i));
  item.number(tags::bits_allocated, 16);
  item.number(tags::bits_stored, 12);
  item.number(tags::high_bit, 11);
  item.number(tags::pixel_representation, 0);
}

void put_code(DicomItem parent, DicomTag sequence, const CodedTerm& term)
{
  auto item = parent.add_item(sequence);
  item.text(tags::code_value, term.value);
  item.text(tags::coding_scheme_designator, term.scheme);
  item.text(tags::code_meaning, term.meaning);
}

DicomItem put_reference(DicomItem parent, DicomTag sequence, const std::string& sop_class, const std::string& sop_instance)
{
  auto item = parent.add_item(sequence);
  item.text(tags::referenced_sop_class_uid, sop_class);
  item.text(tags::referenced_sop_instance_uid, sop_instance);
  return item;
}
}  // namespace nadir::phantom
