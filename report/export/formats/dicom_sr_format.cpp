#include <algorithm>
#include <filesystem>

#include "imaging/dicom/display_text.h"
#include "imaging/dicom/tags.h"
#include "report/dicom_object/object_tags.h"
#include "report/dicom_object/read_object.h"
#include "report/dicom_seg/lesion_segments.h"
#include "report/dicom_sr/compare_reports.h"
#include "report/dicom_sr/linear_report.h"
#include "report/dicom_sr/sr_document.h"
#include "report/dicom_sr/volumetric_report.h"
#include "report/export/export_error.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"
#include "report/identity/derived_uid.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
constexpr int series_number = 9102;
constexpr const char* naming_setting = "sr-naming";
constexpr const char* class_setting = "sr-class";
constexpr const char* organization_setting = "sr-organization";
constexpr const char* completion_setting = "sr-completion";
constexpr const char* predecessor_setting = "sr-predecessor";

enum class ReportKind
{
  Linear,
  Volumetric,
};

struct NamedDocument
{
  std::string name;
  SrDocument document;
};

bool is_comprehensive_3d(const ExportJob& job) { return job.settings.value(class_setting) != "comprehensive"; }

ObjectIdentity identity_of(const ExportJob& job, const ObjectStamp& stamp, const StudyHeader& header, ReportKind kind)
{
  const bool linear = kind == ReportKind::Linear;
  return {std::string(is_comprehensive_3d(job) ? sop_classes::comprehensive_3d_sr : sop_classes::comprehensive_sr),
          "",
          derived_uid({"report series", header.study_instance_uid}),
          "SR",
          series_number,
          "Nadir measurements",
          linear ? 1 : 2,
          stamp.when,
          stamp.software};
}

/// Lesions that were to be assessed here and were not.
std::vector<std::string> unfinished_in(const ExportJob& job, const ExaminedTimepoint& timepoint)
{
  const auto wish = job.settings.value(completion_setting);
  if (wish == "complete") return {};
  std::vector<std::string> unfinished;
  for (const auto& lesion : timepoint.numbers().lesions)
    if (lesion.state == "NOT_DONE" && lesion.lesion.role != measure::LesionRole::New)
      unfinished.push_back(lesion.lesion.id.text() + " not assessed");
  if (unfinished.empty() && wish == "partial") unfinished.push_back("declared to be partial");
  return unfinished;
}

/// Who signs stands for the document; DICOM wants to know for which organization: the caller says it, or the images do.
std::string organization_of(const ExportJob& job, const ExaminedTimepoint& timepoint)
{
  const auto given = job.settings.value(organization_setting);
  constexpr imaging::Tag institution_name{0x0008, 0x0080};
  const auto& image = timepoint.study_image()->file->data();
  return given.empty() ? imaging::utf8_text(image.text(institution_name), image.texts(object_tags::specific_character_set)) : given;
}

std::vector<SrVerification> verifications_of(const ExportJob& job, const ExaminedTimepoint& timepoint)
{
  std::vector<SrVerification> verifications;
  const auto organization = organization_of(job, timepoint);
  if (organization.empty()) return verifications;
  for (const auto& signature : job.source().signatures) verifications.push_back({signature.reader, organization, signature.when_utc});
  return verifications;
}

/// A Comprehensive SR has no place for coordinates in the patient.
void drop_patient_coordinates(MeasurementReport& report)
{
  for (auto& lesion : report.lesions)
    for (auto& measurement : lesion.measurements)
      if (measurement.place && measurement.place->on_image.empty()) measurement.place.reset();
}

struct Predecessor
{
  ObjectReference reference;
  bool is_volumetric = false;
};

Failure unusable_predecessor(const std::string& why)
{
  return {ExportError::SettingUnknown,
          "the earlier report " + why +
              " (the new one would replace something else). Name the folder dicom-sr of the earlier export, or one report of it."};
}

Result<Predecessor> predecessor_in(const std::filesystem::path& path)
{
  const auto file = imaging::DicomFile::open(path);
  if (!file) return unusable_predecessor("cannot be read: " + file.failure().message());
  const auto report = read_sr(*file);
  if (!report) return unusable_predecessor("is no measurement report");
  const auto& data = file->data();
  const bool has_segments = std::any_of(report->report.lesions.begin(), report->report.lesions.end(),
                                        [](const ReportedLesion& lesion) { return lesion.segment.has_value(); });
  return Predecessor{{StudyUid{report->study_instance}, SeriesUid{data.text(imaging::tags::series_instance)},
                      data.text(imaging::tags::sop_class), SopInstanceUid{report->sop_instance}},
                     has_segments};
}

/// Earlier reports, of any study and kind.
Result<std::vector<Predecessor>> predecessors_of(const ExportJob& job)
{
  namespace fs = std::filesystem;
  const fs::path path = job.settings.value(predecessor_setting);
  std::vector<fs::path> files;
  std::error_code problem;
  if (fs::is_directory(path, problem))
    for (const auto& entry : fs::directory_iterator(path, problem)) files.push_back(entry.path());
  else if (!path.empty()) files.push_back(path);
  std::sort(files.begin(), files.end());
  std::vector<Predecessor> all;
  for (const auto& file : files)
  {
    auto predecessor = predecessor_in(file);
    if (!predecessor) return predecessor.failure();
    all.push_back(std::move(*predecessor));
  }
  if (!path.empty() && all.empty()) return unusable_predecessor("is not there");
  return all;
}

/// Documents of one export, one time point after the other.
class Documents
{
public:
  Documents(const ExportJob& job, ObjectStamp stamp, std::vector<Predecessor> predecessors)
      : job_(job), stamp_(std::move(stamp)), predecessors_(std::move(predecessors))
  {
  }

  void add(const ExaminedTimepoint& timepoint)
  {
    const auto naming = job_.settings.value(naming_setting) == "ohif" ? LesionNaming::Ohif : LesionNaming::Plain;
    add(timepoint, ReportKind::Linear, linear_report(timepoint, stamp_, naming));
    const auto segmentations = lesion_segmentations(timepoint, stamp_);
    if (!segmentations.objects.empty()) add(timepoint, ReportKind::Volumetric, volumetric_report(timepoint, stamp_, segmentations.objects));
  }

  const std::vector<NamedDocument>& all() const { return all_; }

private:
  void add(const ExaminedTimepoint& timepoint, ReportKind kind, MeasurementReport report)
  {
    if (!is_comprehensive_3d(job_)) drop_patient_coordinates(report);
    SrDocument document;
    document.header = study_header_of(timepoint.study_image()->file->data());
    document.identity = identity_of(job_, stamp_, document.header, kind);
    document.report = std::move(report);
    document.unfinished = unfinished_in(job_, timepoint);
    document.verifications = verifications_of(job_, timepoint);
    for (const auto& predecessor : predecessors_)
      if (predecessor.is_volumetric == (kind == ReportKind::Volumetric) &&
          predecessor.reference.study.text() == document.header.study_instance_uid)
        document.predecessors.push_back(predecessor.reference);
    all_.push_back({timepoint_name(timepoint) + (kind == ReportKind::Linear ? "-linear.dcm" : "-volumetric.dcm"), std::move(document)});
  }

  const ExportJob& job_;
  ObjectStamp stamp_;
  std::vector<Predecessor> predecessors_;
  std::vector<NamedDocument> all_;
};

Result<std::vector<NamedDocument>> documents_of(const ExportJob& job)
{
  auto stamp = stamp_of(job);
  if (!stamp) return stamp.failure();
  auto predecessors = predecessors_of(job);
  if (!predecessors) return predecessors.failure();
  const auto timepoints = dicom_timepoints(job);
  if (!timepoints) return timepoints.failure();
  Documents documents(job, std::move(*stamp), std::move(*predecessors));
  for (const auto& timepoint : *timepoints) documents.add(timepoint);
  return documents.all();
}

/// An earlier report that no document replaces stands on in the archive as if it still held.
void add_reports_that_stand(const ExportJob& job, const std::vector<NamedDocument>& documents, std::vector<std::string>& notices)
{
  const auto predecessors = predecessors_of(job);
  if (!predecessors) return;
  std::size_t standing = 0;
  for (const auto& predecessor : *predecessors)
    if (std::none_of(documents.begin(), documents.end(),
                     [&](const NamedDocument& named)
                     {
                       const auto& all = named.document.predecessors;
                       return std::find(all.begin(), all.end(), predecessor.reference) != all.end();
                     }))
      ++standing;
  if (standing > 0)
    notices.push_back(std::to_string(standing) + " of the earlier reports is replaced by none of these (its study, or its kind, is not "
                                                 "among them): withdraw it in the archive if it no longer holds");
}

std::vector<std::string> notices_of(const ExportJob& job, const std::vector<NamedDocument>& documents)
{
  auto notices = timepoint_notices(job);
  add_reports_that_stand(job, documents, notices);
  const bool refers =
      std::any_of(documents.begin(), documents.end(), [](const NamedDocument& named) { return named.name.ends_with("-volumetric.dcm"); });
  if (refers) notices.push_back("the volumetric reports refer to the segmentations of the format dicom-seg; send both");
  const bool unverified =
      std::any_of(documents.begin(), documents.end(), [](const NamedDocument& named) { return named.document.verifications.empty(); });
  if (unverified && !job.source().signatures.empty())
    notices.push_back(
        "the reading is signed, but no organization is known (DICOM needs one to call a report verified): give --set sr-organization=NAME");
  if (job.source().reader.empty()) notices.push_back("no person is named as observer: give --reader NAME");
  return notices;
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto documents = documents_of(job);
  if (!documents) return documents.failure();
  FormatOutput output{{}, {}, notices_of(job, *documents)};
  for (const auto& [name, document] : *documents) output.files.push_back({name, sr_bytes(document)});
  const auto timepoints = dicom_timepoints(job);
  for (const auto& timepoint : *timepoints)
    for (auto& text : left_out_of_linear_report(timepoint))
      if (std::find(output.left_out.begin(), output.left_out.end(), text) == output.left_out.end())
        output.left_out.push_back(std::move(text));
  return output;
}

std::vector<std::string> differences_of(const SrDocument& document, const std::string& bytes)
{
  const auto file = read_object(bytes);
  if (!file) return {file.failure().message()};
  const auto read = read_sr(*file);
  if (!read) return {read.failure().message()};
  auto found = differences(document.report, read->report);
  if (read->completion != (document.unfinished.empty() ? "COMPLETE" : "PARTIAL")) found.push_back("the completion flag is another one");
  if (read->verifiers.size() != document.verifications.size()) found.push_back("the verifying observers are other ones");
  if (read->predecessors != document.predecessors) found.push_back("the predecessors are other ones");
  return found;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  const auto documents = documents_of(job);
  if (!documents) return checks;
  for (const auto& [name, document] : *documents)
  {
    const auto* file = file_named(files, name);
    checks.push_back({name, "nadir's gate and reader of measurement reports",
                      file ? differences_of(document, file->bytes) : std::vector<std::string>{"is missing"}});
  }
  return checks;
}

std::vector<FormatSetting> settings()
{
  return {{naming_setting, "plain (default), or ohif: lesions become annotations that OHIF can edit", {"plain", "ohif"}},
          {class_setting,
           "comprehensive-3d (default), or comprehensive for archives that do not take it",
           {"comprehensive-3d", "comprehensive"}},
          {completion_setting, "auto (default): partial when a lesion was not assessed", {"auto", "complete", "partial"}},
          {organization_setting, "organization of those who signed; without it that of the images", {}},
          {predecessor_setting, "file or folder of the reports that these replace", {}, SettingScope::OneCase}};
}
}  // namespace

ExportFormat dicom_sr_format()
{
  return {"dicom-sr", "DICOM SR, TID 1500: lines and responses, and volumes", FormatNeeds::Images, FormatScope::OneCase, settings(), make,
          read_back};
}
}  // namespace nadir::report
