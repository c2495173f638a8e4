#include "imaging/dicom/loader/sample_order.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace nadir::imaging
{
namespace
{
/// Applies `change` to every cell; memcpy keeps unaligned destinations lawful and compiles to plain loads and stores.
template <class Cell, class Change> void for_each_cell(std::span<std::byte> bytes, Change change)
{
  const std::size_t count = bytes.size() / sizeof(Cell);
  std::byte* at = bytes.data();
  for (std::size_t n = 0; n < count; ++n, at += sizeof(Cell))
  {
    Cell cell;
    std::memcpy(&cell, at, sizeof cell);
    cell = change(cell);
    std::memcpy(at, &cell, sizeof cell);
  }
}

std::uint16_t reversed(std::uint16_t value) { return __builtin_bswap16(value); }
std::uint32_t reversed(std::uint32_t value) { return __builtin_bswap32(value); }
std::uint64_t reversed(std::uint64_t value) { return __builtin_bswap64(value); }

template <class Cell> void swap_cells(std::span<std::byte> bytes)
{
  for_each_cell<Cell>(bytes, [](Cell cell) { return reversed(cell); });
}

/// Up so that the high bit is the top bit, then down again: arithmetically for signed cells.
template <class Signed, class Unsigned> void keep_bits(std::span<std::byte> samples, const PixelLayout& pixels)
{
  const int up = pixels.bits_allocated - 1 - pixels.high_bit;
  const int down = pixels.bits_allocated - pixels.bits_stored;
  if (pixels.is_signed)
    for_each_cell<Unsigned>(samples, [=](Unsigned cell)
                            { return static_cast<Unsigned>(static_cast<Signed>(static_cast<Unsigned>(cell << up)) >> down); });
  else for_each_cell<Unsigned>(samples, [=](Unsigned cell) { return static_cast<Unsigned>(static_cast<Unsigned>(cell << up) >> down); });
}
}  // namespace

void swap_bytes(std::span<std::byte> bytes, int width)
{
  switch (width)
  {
  case 2: return swap_cells<std::uint16_t>(bytes);
  case 4: return swap_cells<std::uint32_t>(bytes);
  case 8: return swap_cells<std::uint64_t>(bytes);
  default: return;
  }
}

void interleave_planes(std::span<std::byte> frame, int samples, int bytes_per_sample)
{
  const std::vector<std::byte> planes(frame.begin(), frame.end());
  const auto width = static_cast<std::size_t>(bytes_per_sample);
  const auto count = static_cast<std::size_t>(samples);
  const std::size_t pixels = frame.size() / width / count;
  for (std::size_t sample = 0; sample < count; ++sample)
    for (std::size_t pixel = 0; pixel < pixels; ++pixel)
      std::memcpy(frame.data() + (pixel * count + sample) * width, planes.data() + (sample * pixels + pixel) * width, width);
}

void keep_stored_bits(std::span<std::byte> samples, const PixelLayout& pixels)
{
  if (pixels.is_float || pixels.bits_stored == pixels.bits_allocated) return;
  NADIR_EXPECTS(pixels.bits_stored >= 1 && pixels.high_bit + 1 >= pixels.bits_stored && pixels.high_bit < pixels.bits_allocated);
  switch (pixels.bits_allocated)
  {
  case 8: return keep_bits<std::int8_t, std::uint8_t>(samples, pixels);
  case 16: return keep_bits<std::int16_t, std::uint16_t>(samples, pixels);
  case 32: return keep_bits<std::int32_t, std::uint32_t>(samples, pixels);
  default: return;
  }
}
}  // namespace nadir::imaging
