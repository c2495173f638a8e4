#pragma once

#include <vector>

namespace nadir::report
{
/// A colour, each part 0 to 1. Colours differ in lightness too, so that they stay apart on a grey printer.
struct Ink
{
  double red = 0.0;
  double green = 0.0;
  double blue = 0.0;
  double alpha = 1.0;

  bool operator==(const Ink&) const = default;
};

/// 0xRRGGBB.
constexpr Ink ink(unsigned rgb, double alpha = 1.0)
{
  return {((rgb >> 16) & 255u) / 255.0, ((rgb >> 8) & 255u) / 255.0, (rgb & 255u) / 255.0, alpha};
}

/// How a line is drawn; lengths in points.
struct Stroke
{
  Ink ink;
  double width = 1.0;
  std::vector<double> dashes{};
};
}  // namespace nadir::report
