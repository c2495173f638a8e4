#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "imaging/gate/transfer_syntax.h"
#include "imaging/gate/value_representation.h"

namespace nadir::imaging::detail
{
inline constexpr std::uint32_t undefined_length = 0xffffffff;
inline constexpr std::uint32_t item_key = 0xfffee000;
inline constexpr std::uint32_t item_end_key = 0xfffee00d;
inline constexpr std::uint32_t sequence_end_key = 0xfffee0dd;
inline constexpr std::uint32_t pixel_data_key = 0x7fe00010;
inline constexpr std::uint32_t short_header = 8;
inline constexpr std::uint32_t long_header = 12;

inline std::uint32_t read_16(const std::byte* bytes, bool big_endian)
{
  const auto first = std::to_integer<std::uint32_t>(bytes[0]), second = std::to_integer<std::uint32_t>(bytes[1]);
  return big_endian ? (first << 8) | second : (second << 8) | first;
}

inline std::uint32_t read_32(const std::byte* bytes, bool big_endian)
{
  const auto first = read_16(bytes, big_endian), second = read_16(bytes + 2, big_endian);
  return big_endian ? (first << 16) | second : (second << 16) | first;
}

inline std::uint32_t read_key(const std::byte* bytes, bool big_endian)
{
  return (read_16(bytes, big_endian) << 16) | read_16(bytes + 2, big_endian);
}

/// VR at the place where explicit VR has it (behind the tag).
inline Vr read_vr(const std::byte* bytes) { return static_cast<Vr>(read_16(bytes + 4, true)); }

inline bool is_delimiter(std::uint32_t key) { return key >> 16 == 0xfffe; }

/// Tag, VR and length of an attribute, an item or a delimiter (PS3.5 section 7.1).
struct ElementHeader
{
  std::uint32_t key = 0;
  Vr vr = vr::un;
  std::uint32_t length = 0;
  std::uint32_t size = short_header;  ///< bytes of the header itself
};

/// How the first attribute at `bytes` is written, judged by its group and by where a VR stands; nullopt when it cannot be
/// the start of a data set. `left` counts the bytes from there to the end of the file, at least 8.
std::optional<Encoding> encoding_at(const std::byte* bytes, std::uint64_t left);
}  // namespace nadir::imaging::detail
