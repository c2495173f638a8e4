#pragma once

#include <cstdint>
#include <vector>

#include "imaging/gate/byte_range.h"

namespace nadir::imaging::detail
{
/// Pixel data as found in the file, before they are held against rows, columns and frames.
struct PixelElement
{
  std::uint32_t key = 0;
  bool encapsulated = false;
  ByteRange value;  ///< encapsulated: from the first item's tag to the end of the last fragment
  std::vector<ByteRange> fragments;
  std::vector<std::uint64_t> offset_table;
};
}  // namespace nadir::imaging::detail
