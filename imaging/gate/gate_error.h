#pragma once

#include <string_view>

namespace nadir::imaging
{
/// Why a file did not pass the gate. One file is refused; the study goes on.
enum class GateError
{
  Unreadable,              ///< cannot be opened or read
  NotDicom,                ///< no DICOM preamble and no data set that could be one
  Truncated,               ///< a declared length runs past the end of the file
  TooLarge,                ///< file, value, element count, rows, columns, frames or decoded size over the limits
  TooDeep,                 ///< sequences nested beyond the limit
  Malformed,               ///< structure that cannot be followed: bad VR, stray delimiter, odd length of an item
  DuplicateTag,            ///< an attribute that identifies or places the image occurs twice
  BadNumber,               ///< DS, IS or binary number that breaks the syntax of DICOM PS3.5 ("0,75", "nan")
  WrongType,               ///< attribute with another VR than the dictionary says
  MissingAttribute,        ///< an attribute that pixels cannot be understood without
  PixelLengthMismatch,     ///< native pixel data shorter or longer than rows x columns x frames x bytes
  UnsupportedPixelLayout,  ///< bits allocated, bits stored, high bit or samples that we do not decode
  UnsupportedTransferSyntax,
};
std::string_view error_code(GateError error);
}  // namespace nadir::imaging
