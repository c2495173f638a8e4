#include "report/dicom_capture/key_captures.h"
#include "report/export/formats/dicom_job.h"
#include "report/export/formats/formats.h"

namespace nadir::report
{
namespace
{
struct NamedCapture
{
  std::string name;
  CaptureObject capture;
};

Result<std::vector<NamedCapture>> captures_of(const ExportJob& job)
{
  const auto stamp = stamp_of(job);
  if (!stamp) return stamp.failure();
  const auto timepoints = dicom_timepoints(job);
  if (!timepoints) return timepoints.failure();
  std::vector<NamedCapture> all;
  for (const auto& timepoint : *timepoints)
    for (auto& capture : key_captures(timepoint, *stamp))
      all.push_back({timepoint_name(timepoint) + "-key-" + std::to_string(capture.identity.instance_number) + ".dcm", std::move(capture)});
  return all;
}

Result<FormatOutput> make(const ExportJob& job)
{
  const auto captures = captures_of(job);
  if (!captures) return captures.failure();
  FormatOutput output{
      {}, {"captured pictures have no pixel spacing: they are to be looked at, not measured again"}, timepoint_notices(job)};
  for (const auto& [name, capture] : *captures) output.files.push_back({name, capture_bytes(capture)});
  return output;
}

std::vector<ReadBack> read_back(const ExportJob& job, const std::vector<ExportFile>& files)
{
  std::vector<ReadBack> checks;
  const auto captures = captures_of(job);
  if (!captures) return checks;
  for (const auto& [name, capture] : *captures)
  {
    const auto* file = file_named(files, name);
    checks.push_back(
        {name, "nadir's gate, pixel by pixel", file ? capture_differences(capture, file->bytes) : std::vector<std::string>{"is missing"}});
  }
  return checks;
}
}  // namespace

ExportFormat dicom_capture_format()
{
  return {"dicom-key-images",
          "DICOM Secondary Capture: key images with lines and outlines",
          FormatNeeds::Images,
          FormatScope::OneCase,
          {},
          make,
          read_back};
}
}  // namespace nadir::report
