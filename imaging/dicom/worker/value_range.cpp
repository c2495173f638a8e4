#include "imaging/dicom/worker/value_range.h"

#include <algorithm>
#include <cstring>

namespace nadir::imaging::worker
{
namespace
{
/// An inclusive range of values as the stream means them.
struct Span64
{
  std::int64_t lowest = 0;
  std::int64_t highest = 0;

  bool contains(std::int64_t value) const { return value >= lowest && value <= highest; }
};

constexpr std::int64_t power_of_two(std::uint32_t bits) { return std::int64_t{1} << bits; }

/// Values that mean the same whichever way they are looked at.
Span64 unambiguous(const FrameFormat& format, CodedNumbers coded)
{
  const auto stored = format.bits_stored;
  if (format.is_signed == 0) return {0, power_of_two(stored) - 1};
  if (coded.is_signed != 0) return {-power_of_two(stored - 1), power_of_two(stored - 1) - 1};
  if (coded.precision < stored) return {0, power_of_two(coded.precision - 1) - 1};
  return {0, power_of_two(stored) - 1};  // two's complement in an unsigned stream
}

/// Negative numbers that an unsigned stream with more bits than stored carries sign-extended.
Span64 sign_extended(const FrameFormat& format, CodedNumbers coded)
{
  if (format.is_signed == 0 || coded.is_signed != 0 || coded.precision <= format.bits_stored) return {0, -1};
  return {power_of_two(coded.precision) - power_of_two(format.bits_stored - 1), power_of_two(coded.precision) - 1};
}

template <class Cell> bool all_inside(std::span<const std::byte> decoded, Span64 plain, Span64 extended)
{
  for (std::size_t at = 0; at + sizeof(Cell) <= decoded.size(); at += sizeof(Cell))
  {
    Cell cell{};
    std::memcpy(&cell, decoded.data() + at, sizeof cell);
    const std::int64_t value = cell;
    if (!plain.contains(value) && !extended.contains(value)) return false;
  }
  return true;
}

template <class Unsigned, class Signed> bool all_inside(std::span<const std::byte> decoded, const FrameFormat& format, CodedNumbers coded)
{
  const auto plain = unambiguous(format, coded);
  const auto extended = sign_extended(format, coded);
  return coded.is_signed != 0 ? all_inside<Signed>(decoded, plain, extended) : all_inside<Unsigned>(decoded, plain, extended);
}

bool fits_by_declaration(const FrameFormat& format, CodedNumbers coded)
{
  if (format.is_signed == coded.is_signed) return coded.precision <= format.bits_stored;
  return format.is_signed != 0 && coded.precision == format.bits_stored;
}
}  // namespace

Outcome check_values(std::span<const std::byte> decoded, const FrameFormat& format, CodedNumbers coded)
{
  if (fits_by_declaration(format, coded)) return Outcome::Done;
  bool inside = false;
  switch (format.bytes_per_sample)
  {
  case 1: inside = all_inside<std::uint8_t, std::int8_t>(decoded, format, coded); break;
  case 2: inside = all_inside<std::uint16_t, std::int16_t>(decoded, format, coded); break;
  default: inside = all_inside<std::uint32_t, std::int32_t>(decoded, format, coded); break;
  }
  return inside ? Outcome::Done : Outcome::ValuesOutOfRange;
}

void widen(std::span<const std::byte> narrow, std::uint32_t narrow_bytes, std::span<std::byte> wide, std::uint32_t wide_bytes)
{
  std::ranges::fill(wide, std::byte{0});
  for (std::size_t from = 0, to = 0; from < narrow.size() && to < wide.size(); from += narrow_bytes, to += wide_bytes)
    std::memcpy(wide.data() + to, narrow.data() + from, narrow_bytes);
}
}  // namespace nadir::imaging::worker
