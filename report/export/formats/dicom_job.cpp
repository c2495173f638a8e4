#include "report/export/formats/dicom_job.h"

#include <algorithm>

#include "imaging/digest/sha256.h"
#include "report/export/export_error.h"

namespace nadir::report
{
Result<ObjectStamp> stamp_of(const ExportJob& job)
{
  const auto moment = moment_of(job);
  if (!moment) return moment.failure();
  const auto& source = job.source();
  const auto digest = digest_of(source);
  // What segmentations hold follows from these; settings of reports must not change the UIDs that reports refer to.
  const auto fingerprint = imaging::sha256_of(digest + "\n" + iso_text(moment->when) + "\n" + source.reader);
  return ObjectStamp{moment->when, source.assessment().software_version, source.reader, digest, fingerprint};
}

std::string timepoint_name(const ExaminedTimepoint& timepoint)
{
  const auto number = std::to_string(timepoint.index() + 1);
  return "t" + (number.size() < 2 ? "0" + number : number);
}

std::vector<std::string> timepoint_notices(const ExportJob& job)
{
  std::vector<std::string> notices;
  const auto& assessed = job.source().assessed;
  for (std::size_t t = 0; t < assessed.timepoints.size(); ++t)
  {
    const ExaminedTimepoint timepoint(assessed, t);
    const auto place = "time point \"" + timepoint.numbers().label.text() + "\": ";
    if (!timepoint.study_image()) notices.push_back(place + "no DICOM images, so no object");
    else
      for (const auto& notice : study_header_of(timepoint.study_image()->file->data()).notices) notices.push_back(place + notice);
  }
  return notices;
}

Result<std::vector<ExaminedTimepoint>> dicom_timepoints(const ExportJob& job)
{
  auto timepoints = examined_timepoints(job.source().assessed);
  if (timepoints.empty())
    return Failure{
        ExportError::ImagesMissing,
        "no time point has DICOM images (a DICOM object must name the study it belongs to). Give the folders of the images in the case."};
  return timepoints;
}

const ExportFile* file_named(const std::vector<ExportFile>& files, const std::string& name)
{
  const auto found = std::find_if(files.begin(), files.end(), [&](const ExportFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}
}  // namespace nadir::report
