#include "report/deidentify/unused_bits.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace nadir::report
{
namespace
{
int number_at(DcmItem& item, const DcmTagKey& tag)
{
  Uint16 value = 0;
  return item.findAndGetUint16(tag, value).good() ? value : 0;
}

/// How a value lies in the bits that hold it (PS3.5 8.1.1).
struct PixelCell
{
  int allocated = 0, stored = 0, high = 0;
  bool is_signed = false;

  bool is_known() const { return (allocated == 8 || allocated == 16) && stored > 0 && stored <= high + 1 && high < allocated; }
  bool is_full() const { return stored == allocated; }
  std::uint16_t used() const { return static_cast<std::uint16_t>(((1u << stored) - 1u) << (high + 1 - stored)); }
  std::uint16_t above() const { return static_cast<std::uint16_t>(((1u << allocated) - 1u) & ~((2u << high) - 1u)); }
};

PixelCell cell_of(DcmItem& object)
{
  return {number_at(object, DCM_BitsAllocated), number_at(object, DCM_BitsStored), number_at(object, DCM_HighBit),
          number_at(object, DCM_PixelRepresentation) == 1};
}

/// An overlay plane without data of its own lies in the pixels.
bool says_overlay_in_pixels(DcmItem& object)
{
  for (Uint16 group = 0x6000; group <= 0x601E; group = static_cast<Uint16>(group + 2))
    if (object.tagExists(DcmTagKey(group, 0x0010)) && !object.tagExists(DcmTagKey(group, 0x3000))) return true;
  return false;
}

template <class Word> bool clear(std::span<Word> pixels, const PixelCell& cell)
{
  bool was_there = false;
  const auto sign = static_cast<Word>(1u << cell.high), used = static_cast<Word>(cell.used()), above = static_cast<Word>(cell.above());
  for (auto& pixel : pixels)
  {
    const auto rest = static_cast<Word>(pixel & static_cast<Word>(~used));
    const bool is_negative = cell.is_signed && (pixel & sign) != 0;
    if (rest == 0 || (is_negative && rest == above)) continue;
    pixel = static_cast<Word>((pixel & used) | (is_negative ? above : Word{0}));
    was_there = true;
  }
  return was_there;
}

/// Null where the pixels do not lie in memory as numbers of the cell's size.
std::optional<bool> clear_pixels(DcmDataset& object, const PixelCell& cell)
{
  DcmElement* element = nullptr;
  if (DcmXfer(object.getOriginalXfer()).isEncapsulated() || !cell.is_known() || object.findAndGetElement(DCM_PixelData, element).bad())
    return std::nullopt;
  const std::size_t bytes = element->getLength();
  Uint16* words = nullptr;
  if (cell.allocated == 16)
    return element->getUint16Array(words).good() && words ? std::optional(clear(std::span(words, bytes / 2), cell)) : std::nullopt;
  Uint8* octets = nullptr;
  return element->getUint8Array(octets).good() && octets ? std::optional(clear(std::span(octets, bytes), cell)) : std::nullopt;
}
}  // namespace

UnusedBits clear_unused_bits(DcmDataset& object)
{
  const auto cell = cell_of(object);
  if (!object.tagExists(DCM_PixelData) || (cell.is_known() && cell.is_full())) return UnusedBits::Empty;
  const auto cleared = clear_pixels(object, cell);
  if (!cleared) return says_overlay_in_pixels(object) ? UnusedBits::Unreached : UnusedBits::Empty;
  return *cleared ? UnusedBits::Cleared : UnusedBits::Empty;
}
}  // namespace nadir::report
