#include "report/dicom_sr/sr_document.h"

#include "imaging/dicom/display_text.h"
#include "imaging/digest/sha256.h"
#include "report/dicom_object/dicom_file_bytes.h"
#include "report/dicom_object/dicom_text.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_sr/read_content.h"
#include "report/dicom_sr/report_content.h"
#include "report/dicom_sr/write_content.h"
#include "report/identity/derived_uid.h"

namespace nadir::report
{
namespace
{
namespace tags = object_tags;

void collect(const ContentItem& item, std::vector<ImageReference>& images)
{
  if (item.value_type == "IMAGE") images.push_back(item.image);
  for (const auto& child : item.children) collect(child, images);
}

std::vector<ObjectReference> evidence_of(const ContentItem& content)
{
  std::vector<ImageReference> images;
  collect(content, images);
  return objects_of(images);
}

/// Of the own study: current; of others: pertinent.
void add_evidence_of(const ContentItem& content, const std::string& study, DicomDataSet& data)
{
  std::vector<ObjectReference> current, other;
  for (const auto& object : evidence_of(content)) (object.study.text() == study ? current : other).push_back(object);
  add_evidence(data, tags::current_requested_procedure_evidence_sequence, current);
  add_evidence(data, tags::pertinent_other_evidence_sequence, other);
}

std::string joined(const std::vector<std::string>& texts)
{
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

void add_completion(const SrDocument& document, DicomDataSet& data)
{
  data.text(tags::completion_flag, "CS", document.unfinished.empty() ? "COMPLETE" : "PARTIAL");
  if (!document.unfinished.empty()) data.text(tags::completion_flag_description, "LO", fitting_text(joined(document.unfinished), 64));
}

void add_verification(const SrDocument& document, DicomDataSet& data)
{
  data.text(tags::verification_flag, "CS", document.verifications.empty() ? "UNVERIFIED" : "VERIFIED");
  for (const auto& verification : document.verifications)
  {
    auto& item = data.add_item(tags::verifying_observer_sequence);
    item.text(tags::verifying_organization, "LO", fitting_text(verification.organization, 64));
    item.text(tags::verification_date_time, "DT", dicom_date(verification.when_utc) + dicom_time(verification.when_utc) + "+0000");
    item.text(tags::verifying_observer_name, "PN", person_name(verification.person));
    item.sequence(tags::verifying_observer_identification_code_sequence);
  }
}

DicomDataSet data_of(const SrDocument& document)
{
  DicomDataSet data;
  add_identity_modules(data, document.header, document.identity);
  data.sequence(tags::referenced_performed_procedure_step_sequence);
  data.sequence(tags::performed_procedure_code_sequence);
  add_completion(document, data);
  add_verification(document, data);
  add_evidence(data, tags::predecessor_documents_sequence, document.predecessors);
  const auto content = content_of(document.report);
  add_evidence_of(content, document.header.study_instance_uid, data);
  write_content(content, data);
  return data;
}

void read_evidence(const imaging::DataSet& file, Tag sequence, std::vector<ObjectReference>& objects)
{
  for (const auto& study : file.items(sequence))
    for (const auto& series : study.items(tags::referenced_series_sequence))
      for (const auto& object : series.items(tags::referenced_sop_sequence))
        objects.push_back({StudyUid{study.text(tags::study_instance)}, SeriesUid{series.text(tags::series_instance)},
                           object.text(tags::referenced_sop_class), SopInstanceUid{object.text(tags::referenced_sop_instance)}});
}
}  // namespace

std::string sr_bytes(const SrDocument& document)
{
  auto named = document;
  named.identity.sop_instance = "2.25.0";
  named.identity.sop_instance = derived_uid({"report", imaging::sha256_of(dicom_file_bytes(data_of(named)))});
  return dicom_file_bytes(data_of(named));
}

Result<ReadSr> read_sr(const imaging::DicomFile& file)
{
  const auto& data = file.data();
  const auto content = read_content(data);
  if (!content) return content.failure();
  ReadSr read;
  for (const auto sequence : {tags::current_requested_procedure_evidence_sequence, tags::pertinent_other_evidence_sequence})
    read_evidence(data, sequence, read.evidence);
  read_evidence(data, tags::predecessor_documents_sequence, read.predecessors);
  auto report = report_in(*content, read.evidence);
  if (!report) return report.failure();
  read.report = std::move(*report);
  read.sop_instance = data.text(tags::sop_instance);
  read.study_instance = data.text(tags::study_instance);
  read.completion = data.text(tags::completion_flag);
  read.verification = data.text(tags::verification_flag);
  for (const auto& item : data.items(tags::verifying_observer_sequence))
    read.verifiers.push_back(imaging::utf8_text(item.text(tags::verifying_observer_name), data.texts(tags::specific_character_set)));
  return read;
}
}  // namespace nadir::report
