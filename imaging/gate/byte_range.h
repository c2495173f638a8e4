#pragma once

#include <cstdint>

namespace nadir::imaging
{
/// A run of bytes of the file.
struct ByteRange
{
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};
}  // namespace nadir::imaging
