#pragma once

#include <cstddef>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "tests/support/dicom_bytes.h"

namespace nadir::testing
{
/// The bytes of a file that hold the value of one attribute.
struct ValueRange
{
  imaging::Tag tag;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Values of a good file: data set, items and pixel data, not the headers between them.
std::vector<ValueRange> value_ranges(const Bytes& file);
}  // namespace nadir::testing
