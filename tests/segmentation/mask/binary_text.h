#pragma once

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

namespace nadir::testing
{
/// The bytes of a number in the byte order asked for.
template <class T> std::string bytes_of_number(T value, std::endian order = std::endian::little)
{
  auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
  if (order != std::endian::native) std::reverse(raw.begin(), raw.end());
  return {raw.begin(), raw.end()};
}

template <class T> std::string bytes_of_numbers(const std::vector<T>& values, std::endian order = std::endian::little)
{
  std::string bytes;
  for (const auto value : values) bytes += bytes_of_number(value, order);
  return bytes;
}

/// Overwrites bytes at an offset.
inline void put(std::string& bytes, std::size_t offset, const std::string& piece) { bytes.replace(offset, piece.size(), piece); }

/// One gzip member.
inline std::string gzip(const std::string& bytes)
{
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<unsigned char*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}
}  // namespace nadir::testing
