#include "imaging/dicom/scan_error.h"

namespace nadir::imaging
{
std::string_view error_code(ScanError error)
{
  switch (error)
  {
  case ScanError::Unreadable: return "scan.unreadable";
  case ScanError::Cancelled: return "scan.cancelled";
  case ScanError::NoPixelData: return "scan.no-pixel-data";
  case ScanError::NoIdentity: return "scan.no-identity";
  case ScanError::ReferencedFileMissing: return "scan.referenced-file-missing";
  case ScanError::UnsafeReference: return "scan.unsafe-reference";
  case ScanError::NoDirectoryRecords: return "scan.no-directory-records";
  case ScanError::TooManyFiles: return "scan.too-many-files";
  }
  return "scan.unknown";
}
}  // namespace nadir::imaging
