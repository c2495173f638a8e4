#pragma once

#include "imaging/gate/data_set.h"
#include "imaging/gate/dicom_file.h"
#include "imaging/gate/pixel_element.h"
#include "imaging/gate/transfer_syntax.h"

namespace nadir::imaging::detail
{
/// Holds the pixel data found in a file against what the attributes say about them.
/// Failures: MissingAttribute, WrongType, BadNumber, UnsupportedPixelLayout, TooLarge, PixelLengthMismatch, Malformed.
Result<PixelLayout> checked_layout(const DataSet& data, PixelElement found, const std::string& transfer_syntax, const GateLimits& limits);
}  // namespace nadir::imaging::detail
