#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nadir::imaging::worker
{
/// Big-endian numbers of the JPEG family's headers. The caller has checked that the bytes are there.
constexpr std::uint32_t byte_at(std::span<const std::byte> data, std::size_t offset)
{
  return std::to_integer<std::uint32_t>(data[offset]);
}
constexpr std::uint32_t big_16(std::span<const std::byte> data, std::size_t offset)
{
  return byte_at(data, offset) << 8 | byte_at(data, offset + 1);
}
constexpr std::uint32_t big_32(std::span<const std::byte> data, std::size_t offset)
{
  return big_16(data, offset) << 16 | big_16(data, offset + 2);
}
}  // namespace nadir::imaging::worker
