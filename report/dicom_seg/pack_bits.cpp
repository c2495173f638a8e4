#include "report/dicom_seg/pack_bits.h"

#include "imaging/result/expects.h"

namespace nadir::report
{
PackedBits::PackedBits(std::uint64_t bits) : bits_(bits), bytes_(static_cast<std::size_t>((bits + 15) / 16 * 2), '\0') {}

void PackedBits::set_row(std::uint64_t first, std::span<const std::uint8_t> row)
{
  NADIR_EXPECTS(first <= bits_ && row.size() <= bits_ - first);
  for (std::size_t n = 0; n < row.size(); ++n)
  {
    if (row[n] == 0) continue;
    const std::uint64_t bit = first + n;
    auto& byte = bytes_[static_cast<std::size_t>(bit / 8)];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | (1U << (bit % 8)));
  }
}
}  // namespace nadir::report
