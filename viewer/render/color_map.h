#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace nadir::viewer
{
/// A color with opacity, 0xAARRGGBB, not premultiplied.
using Argb = std::uint32_t;

/// How the values of a window become colors.
enum class ColorMap
{
  Gray,
  Viridis,    ///< even steps in lightness, safe for color-blind readers; default of ADC maps
  Hot,        ///< black, red, yellow, white; default of fusion
  Diverging,  ///< blue below, gray in the middle, red above; default of differences
};
std::string_view name_of(ColorMap map);

/// 256 opaque colors from the low to the high end of the window.
using Palette = std::array<Argb, 256>;
const Palette& palette_of(ColorMap map);

/// `below` covered by `above` at an opacity of 0 to 255. Both opaque.
Argb blended(Argb below, Argb above, int opacity);
}  // namespace nadir::viewer
