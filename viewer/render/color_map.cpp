#include "viewer/render/color_map.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace nadir::viewer
{
namespace
{
struct Rgb
{
  double red, green, blue;
};

/// Stops at equal distances.
Palette palette_through(std::span<const Rgb> stops)
{
  const auto mix = [](double a, double b, double part) { return static_cast<Argb>(std::lround(a + part * (b - a))); };
  Palette palette{};
  for (std::size_t n = 0; n < palette.size(); ++n)
  {
    const double at = static_cast<double>(n) / 255.0 * static_cast<double>(stops.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double part = at - static_cast<double>(first);
    const Rgb &a = stops[first], &b = stops[first + 1];
    palette[n] = 0xff000000U | mix(a.red, b.red, part) << 16 | mix(a.green, b.green, part) << 8 | mix(a.blue, b.blue, part);
  }
  return palette;
}

// Nine samples of matplotlib's viridis (CC0), at 0, 1/8, ... 1.
constexpr Rgb viridis[]{{68, 1, 84},    {71, 44, 122}, {59, 81, 139},  {44, 113, 142}, {33, 144, 141},
                        {39, 173, 129}, {92, 200, 99}, {170, 220, 50}, {253, 231, 37}};
constexpr Rgb gray[]{{0, 0, 0}, {255, 255, 255}};
constexpr Rgb hot[]{{0, 0, 0}, {150, 0, 0}, {255, 90, 0}, {255, 200, 40}, {255, 255, 255}};
constexpr Rgb diverging[]{{60, 120, 255}, {20, 50, 140}, {24, 24, 24}, {150, 40, 20}, {255, 140, 70}};
}  // namespace

std::string_view name_of(ColorMap map)
{
  switch (map)
  {
  case ColorMap::Gray: return "gray";
  case ColorMap::Viridis: return "viridis";
  case ColorMap::Hot: return "hot";
  case ColorMap::Diverging: return "blue to red";
  }
  return "";
}

const Palette& palette_of(ColorMap map)
{
  static const Palette grays = palette_through(gray), greens = palette_through(viridis), hots = palette_through(hot),
                       signs = palette_through(diverging);
  switch (map)
  {
  case ColorMap::Gray: return grays;
  case ColorMap::Viridis: return greens;
  case ColorMap::Hot: return hots;
  case ColorMap::Diverging: return signs;
  }
  return grays;
}

Argb blended(Argb below, Argb above, int opacity)
{
  const auto part = static_cast<std::uint32_t>(opacity);
  const auto channel = [&](int shift)
  {
    const std::uint32_t a = below >> shift & 0xffU, b = above >> shift & 0xffU;
    return (a * (255U - part) + b * part + 127U) / 255U << shift;
  };
  return 0xff000000U | channel(16) | channel(8) | channel(0);
}
}  // namespace nadir::viewer
