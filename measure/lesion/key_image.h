#pragma once

#include <string>
#include <vector>

namespace nadir::measure
{
/// A place on a slice in pixel units: x = column, y = row; (0, 0) is the CENTRE of the first pixel.
struct PixelPoint
{
  double x = 0.0;
  double y = 0.0;
};

struct KeyImageCaliper
{
  PixelPoint from;
  PixelPoint to;
  std::string label;  ///< "LD 87.3 mm"
};

/// One slice with what was measured on it, ready to be drawn.
struct KeyImage
{
  int columns = 0;
  int rows = 0;
  std::vector<float> values;       ///< physical values, row by row
  double column_spacing_mm = 1.0;  ///< between neighbouring columns
  double row_spacing_mm = 1.0;     ///< between neighbouring rows
  double window_center = 0.0;
  double window_width = 1.0;
  std::string caption;           ///< sequence, plane, slice; no patient data
  std::string left_side_letter;  ///< patient side at the image's left edge: "R", "A", ...
  std::string top_side_letter;
  std::vector<KeyImageCaliper> calipers;
  std::vector<std::vector<PixelPoint>> contours;  ///< closed polygons
};
}  // namespace nadir::measure
