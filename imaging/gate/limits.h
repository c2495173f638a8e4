#pragma once

#include <cstddef>
#include <cstdint>

namespace nadir::imaging
{
/// What the gate lets pass. Source of the defaults: reliability review of the packages of Debian 12 (nesting of 5,000 sequences
/// ends GDCM, 20,000 ends DCMTK; declared lengths are allocated unchecked).
struct GateLimits
{
  std::uint64_t file_bytes = std::uint64_t{4} << 30;
  int nesting = 64;                                          ///< sequences inside sequences
  std::size_t elements = 2'000'000;                          ///< all levels; an Enhanced MR of 2,000 frames has about 400,000
  std::uint64_t value_bytes = std::uint64_t{64} << 20;       ///< one value other than pixel data
  std::uint64_t attribute_bytes = std::uint64_t{256} << 20;  ///< all that is not pixel data; read into memory
  int rows_or_columns = 16384;
  int frames = 20000;
  std::uint64_t decoded_bytes = std::uint64_t{2} << 30;     ///< all frames of one object, decompressed
  std::uint64_t inflated_bytes = std::uint64_t{512} << 20;  ///< deflated transfer syntax, after inflation
};
}  // namespace nadir::imaging
