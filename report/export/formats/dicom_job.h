#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/dicom_object/examined_timepoint.h"
#include "report/dicom_object/object_stamp.h"
#include "report/export/export_file.h"
#include "report/export/export_job.h"

/// What the DICOM formats share.
namespace nadir::report
{
/// Failure MomentUnknown.
Result<ObjectStamp> stamp_of(const ExportJob& job);

/// "t01" for the first time point: objects lie in one folder, and labels may hold anything.
std::string timepoint_name(const ExaminedTimepoint& timepoint);

/// Time points without DICOM images, in words; what images had to be left empty in the patient's and study's attributes.
std::vector<std::string> timepoint_notices(const ExportJob& job);

/// Failure ImagesMissing when no time point has DICOM images.
Result<std::vector<ExaminedTimepoint>> dicom_timepoints(const ExportJob& job);

/// The file of that name; nullptr when there is none.
const ExportFile* file_named(const std::vector<ExportFile>& files, const std::string& name);
}  // namespace nadir::report
