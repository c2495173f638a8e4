#pragma once

#include <cstdint>
#include <vector>

#include "measure/lesion/key_image.h"

namespace nadir::report
{
/// An 8-bit grey picture, row by row, 0 = black.
struct GreyImage
{
  int columns = 0;
  int rows = 0;
  std::vector<std::uint8_t> pixels;
};

/// A rectangle of whole pixels of a key image.
struct PixelRect
{
  int left = 0;
  int top = 0;
  int columns = 0;
  int rows = 0;

  bool operator==(const PixelRect&) const = default;
};

/// True when the picture has as many values as rows and columns say, spacings above 0 and a finite window of some width.
bool is_drawable(const measure::KeyImage& image);

/// Part of a drawable key image through its window: `center - width/2` becomes black, `center + width/2` white (DICOM PS3.3
/// C.11.2.1.3.2, LINEAR_EXACT); values that are no numbers become black. Larger parts than `most_pixels` on a side are made smaller
/// by the mean of square blocks. The rectangle is clipped to the image.
GreyImage windowed(const measure::KeyImage& image, const PixelRect& part, int most_pixels);
}  // namespace nadir::report
