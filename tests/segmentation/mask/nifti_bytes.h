#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>

#include "binary_text.h"

namespace nadir::testing
{
/// A NIfTI file to be written: a 4 x 3 x 2 grid of uint8, 1 x 2 x 3 mm, sform = RAS identity directions, no qform.
struct NiftiBytes
{
  std::array<std::int64_t, 8> dim{3, 4, 3, 2, 1, 1, 1, 1};
  int datatype = 2;
  int bitpix = 8;
  std::array<double, 8> pixdim{1, 1, 2, 3, 0, 0, 0, 0};
  double vox_offset = 352;
  double slope = 0;
  double inter = 0;
  int units = 2;
  int qform_code = 0;
  int sform_code = 1;
  std::array<double, 3> quaternion{0, 0, 0};
  std::array<double, 3> qoffset{0, 0, 0};
  std::array<double, 12> sform{1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0};
  std::string magic{"n+1\0", 4};
  std::string data = std::string(24, '\0');
  std::endian order = std::endian::little;

  template <class T> std::string as(double value) const { return bytes_of_number(static_cast<T>(value), order); }

  /// NIfTI-1, single file.
  std::string version_1() const
  {
    std::string h(352, '\0');
    put(h, 0, bytes_of_number<std::int32_t>(348, order));
    for (std::size_t n = 0; n < 8; ++n) put(h, 40 + 2 * n, bytes_of_number(static_cast<std::int16_t>(dim[n]), order));
    put(h, 70, bytes_of_number(static_cast<std::int16_t>(datatype), order));
    put(h, 72, bytes_of_number(static_cast<std::int16_t>(bitpix), order));
    for (std::size_t n = 0; n < 8; ++n) put(h, 76 + 4 * n, as<float>(pixdim[n]));
    put(h, 108, as<float>(vox_offset) + as<float>(slope) + as<float>(inter));
    h[123] = static_cast<char>(units);
    put(h, 252,
        bytes_of_number(static_cast<std::int16_t>(qform_code), order) + bytes_of_number(static_cast<std::int16_t>(sform_code), order));
    for (std::size_t n = 0; n < 3; ++n) put(h, 256 + 4 * n, as<float>(quaternion[n]));
    for (std::size_t n = 0; n < 3; ++n) put(h, 268 + 4 * n, as<float>(qoffset[n]));
    for (std::size_t n = 0; n < 12; ++n) put(h, 280 + 4 * n, as<float>(sform[n]));
    put(h, 344, magic);
    return h + data;
  }

  /// NIfTI-2, single file; vox_offset 352 is taken as 544.
  std::string version_2() const
  {
    std::string h(544, '\0');
    put(h, 0, bytes_of_number<std::int32_t>(540, order) + std::string("n+2\0\r\n\x1a\n", 8));
    put(h, 12, bytes_of_number(static_cast<std::int16_t>(datatype), order) + bytes_of_number(static_cast<std::int16_t>(bitpix), order));
    for (std::size_t n = 0; n < 8; ++n) put(h, 16 + 8 * n, bytes_of_number(dim[n], order));
    for (std::size_t n = 0; n < 8; ++n) put(h, 104 + 8 * n, as<double>(pixdim[n]));
    put(h, 168,
        bytes_of_number(static_cast<std::int64_t>(vox_offset == 352 ? 544 : vox_offset), order) + as<double>(slope) + as<double>(inter));
    put(h, 344, bytes_of_number<std::int32_t>(qform_code, order) + bytes_of_number<std::int32_t>(sform_code, order));
    for (std::size_t n = 0; n < 3; ++n) put(h, 352 + 8 * n, as<double>(quaternion[n]));
    for (std::size_t n = 0; n < 3; ++n) put(h, 376 + 8 * n, as<double>(qoffset[n]));
    for (std::size_t n = 0; n < 12; ++n) put(h, 400 + 8 * n, as<double>(sform[n]));
    put(h, 500, bytes_of_number<std::int32_t>(units, order));
    return h + data;
  }
};
}  // namespace nadir::testing
