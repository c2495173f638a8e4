#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "measure/lesion/key_image.h"

namespace nadir::report
{
using Rgb = std::array<std::uint8_t, 3>;

/// An 8-bit colour picture, row by row.
struct ColorImage
{
  int columns = 0;
  int rows = 0;
  std::vector<Rgb> pixels;
};

/// A key image through its window (centre - width/2 is black, centre + width/2 white; what is no number is black), with its longest
/// diameter in yellow, its short axis in orange and its outlines in green. Lines are about 2 pixels wide.
///
/// A pixel of the picture is a square of the patient: where columns and rows are not equally far apart, the wider ones are enlarged more.
/// The closer ones are enlarged by a whole number, so that the shorter side has at least 512 pixels, as long as the longer one stays below
/// 4,096; no value is mixed with its neighbours.
ColorImage drawn(const measure::KeyImage& image);
}  // namespace nadir::report
