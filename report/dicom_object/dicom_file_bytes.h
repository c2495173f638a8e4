#pragma once

#include <string>

#include "report/dicom_object/dicom_data_set.h"

namespace nadir::report
{
/// The file of a data set (PS3.10): preamble, meta header with the data set's SOP class and instance, Explicit VR Little Endian. Sequences
/// and items have explicit lengths, values are padded as their VR asks. Same data set, same bytes.
std::string dicom_file_bytes(const DicomDataSet& data);
}  // namespace nadir::report
