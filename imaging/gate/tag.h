#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace nadir::imaging
{
/// A DICOM attribute tag (gggg,eeee).
struct Tag
{
  std::uint16_t group = 0;
  std::uint16_t element = 0;

  constexpr auto operator<=>(const Tag&) const = default;
};

/// "(0028,0030)"
std::string text_of(Tag tag);
}  // namespace nadir::imaging
