#pragma once

#include <filesystem>
#include <string>

#include "imaging/result/result.h"

namespace nadir::report
{
/// A DICOM file that may be sent: it has passed the gate and says what it is.
struct OutgoingObject
{
  std::filesystem::path file;
  std::string sop_class;
  std::string sop_instance;
  std::string transfer_syntax;
  std::string sha256;          ///< of the file
  std::string study_instance;  ///< with the series: archives find an object only below them
  std::string series_instance;
};

/// Reads what sending needs. Failures: those of the gate; ObjectInvalid when a UID is missing or is none.
Result<OutgoingObject> read_outgoing(const std::filesystem::path& file);

/// True for digits and dots in the form of a UID of at most 64 characters (PS3.5 section 9.1).
bool is_uid(std::string_view text);
}  // namespace nadir::report
