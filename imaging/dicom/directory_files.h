#pragma once

#include "imaging/dicom/find_files.h"
#include "imaging/gate/dicom_file.h"

namespace nadir::imaging
{
/// The files that a DICOMDIR names. Each Referenced File ID (0004,1500) must be one to eight components of A-Z, 0-9 and _ (lower
/// case, '-' and '.' inside a component are tolerated, real discs have them; "." and ".." never), and must lie, links resolved,
/// below the folder of the DICOMDIR. What is missing or unsafe is refused, one entry each.
/// Failure: ScanError::NoDirectoryRecords.
Result<FoundFiles> files_of_directory(const std::filesystem::path& dicomdir, const DicomFile& file);
}  // namespace nadir::imaging
