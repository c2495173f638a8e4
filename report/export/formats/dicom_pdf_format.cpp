#include "report/dicom_capture/pdf_object.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"
#include "report/identity/derived_uid.h"
#include "report/pdf/pdf_report.h"
#include "report/vocabulary/sop_classes.h"

namespace nadir::report
{
namespace
{
constexpr int series_number = 9105;
constexpr const char* file_name = "report.dcm";

/// The images that the longest diameters of all time points lie on.
std::vector<ObjectReference> measured_images(const std::vector<ExaminedTimepoint>& timepoints)
{
  std::vector<ImageReference> images;
  for (const auto& timepoint : timepoints)
    for (const auto& lesion : timepoint.lesions())
    {
      if (!lesion.stack || !lesion.assessment.longest_diameter) continue;
      if (const auto k = slice_of(*lesion.assessment.longest_diameter, *lesion.stack))
        images.push_back(reference_to(lesion.stack->slices[*k]));
    }
  return objects_of(images);
}

/// The report stands in the study of the last time point, whose response it tells.
Result<PdfObject> object_of(const ExportJob& job)
{
  const auto stamp = stamp_of(job);
  if (!stamp) return stamp.failure();
  const auto timepoints = dicom_timepoints(job);
  if (!timepoints) return timepoints.failure();
  PdfObject object;
  object.header = study_header_of(timepoints->back().study_image()->file->data());
  const auto& study = object.header.study_instance_uid;
  object.identity = {std::string(sop_classes::encapsulated_pdf),
                     derived_uid({"report", stamp->fingerprint, study}),
                     derived_uid({"document series", study}),
                     "DOC",
                     series_number,
                     "Nadir report",
                     1,
                     stamp->when,
                     stamp->software};
  object.title = "Tumor response report";
  object.pdf = to_pdf(job.source().assessment()).bytes;
  object.sources = measured_images(*timepoints);
  return object;
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto object = object_of(job);
  if (!object) return object.failure();
  return FormatOutput{{{file_name, pdf_object_bytes(*object)}}, {}, timepoint_notices(job)};
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  const auto object = object_of(job);
  const auto* file = file_named(files, file_name);
  if (!object || !file) return {};
  return {{file_name, "nadir's gate, byte by byte", pdf_differences(*object, file->bytes)}};
}
}  // namespace

ExportFormat dicom_pdf_format()
{
  return {"dicom-pdf",
          "DICOM Encapsulated PDF: the report in the study of the last time point",
          FormatNeeds::Images,
          FormatScope::OneCase,
          {},
          make,
          read_back};
}
}  // namespace nadir::report
