#pragma once

#include <vector>

#include "measure/lesion/key_image.h"

namespace nadir::test
{
/// An ellipse in pixel units of a key image.
struct PixelEllipse
{
  measure::PixelPoint center;
  double half_width = 1.0;
  double half_height = 1.0;
};

/// A drawn thigh: fat ring, muscle, bone, and a bright tumour with a dark centre. Values 0 to about 900, the same every time.
std::vector<float> thigh_slice(int columns, int rows, const PixelEllipse& tumour);

/// Closed polygon with 48 corners.
std::vector<measure::PixelPoint> outline_of(const PixelEllipse& ellipse);
}  // namespace nadir::test
