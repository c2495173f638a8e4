#pragma once

#include <string_view>

#include "imaging/gate/dicom_file.h"

namespace nadir::report
{
/// A file of ours as the gate reads it, to hold it against what was to be written. Failures: any GateError.
Result<imaging::DicomFile> read_object(std::string_view bytes);
}  // namespace nadir::report
