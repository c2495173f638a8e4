#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why a folder, or a file that passed the gate, is not used.
enum class ScanError
{
  Unreadable,  ///< folder or file that cannot be listed or opened
  Cancelled,
  NoPixelData,            ///< an image object without pixels
  NoIdentity,             ///< no Study, Series or SOP Instance UID: it belongs nowhere
  ReferencedFileMissing,  ///< named in the DICOMDIR, not there
  UnsafeReference,        ///< a DICOMDIR entry that is no file ID of PS3.10 or leads outside the folder
  NoDirectoryRecords,     ///< a DICOMDIR without records
  TooManyFiles,
};
std::string_view error_code(ScanError error);
}  // namespace nadir::imaging
