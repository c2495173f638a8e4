#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/certificate/certificate.h"
#include "report/export/export_format.h"
#include "report/export/export_job.h"

namespace nadir::report
{
/// Writes each format into a folder of its name under `folder`, and certificate.json beside them.
///
/// A format is written to a folder aside, read back from the disk, compared, and only then takes the place of what stood there: all of it
/// or nothing. A format that is refused says so in the certificate and leaves what stood there. Formats that an earlier export of the
/// same sources left in the folder stay in the certificate.
/// Failures: OtherExport (the folder holds an export of other sources), SettingUnknown, imaging::WriteError; nothing was written then.
Result<Certificate> write_export(const ExportJob& job, const std::vector<ExportFormat>& formats, const std::filesystem::path& folder);

/// One format, made and read back in memory: for whoever sends instead of writing. The certificate's files and checks come along.
struct MadeFormat
{
  std::vector<ExportFile> files;
  CertifiedFormat certified;
};
/// Failures: what the format says; ReadBackDiffers.
Result<MadeFormat> make_format(const ExportJob& job, const ExportFormat& format);

/// Refuses settings that none of the formats takes. Failure SettingUnknown.
Result<Done> check_settings(const ExportSettings& settings, const std::vector<ExportFormat>& formats);
}  // namespace nadir::report
