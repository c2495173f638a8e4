#pragma once

#include <string_view>

namespace nadir::report
{
enum class DeidentifyError
{
  KeyUnusable,     ///< the secret cannot be read or made
  ObjectUnusable,  ///< the file cannot be read, or cleaned, as a DICOM object
  BurnedIn,        ///< text may stand in the pixels or a document is enclosed; a person must look and confirm
  StillNames,      ///< something of the original would be left
  NotWritten,      ///< the result cannot be written
};
std::string_view error_code(DeidentifyError error);
}  // namespace nadir::report
