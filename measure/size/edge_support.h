#pragma once

#include <optional>
#include <vector>

#include "measure/size/pixel_slice.h"

namespace nadir::measure
{
/// Finds where the true edge of a rasterised lesion lies in a direction, finer than the pixels.
///
/// Between the outermost pixel centre and the edge nothing is known from that pixel alone, but the pixels behind it tell: a
/// smooth edge cuts off a cap whose width grows as the square root of the depth (with the curvature of an ellipse as long as
/// the lesion). The ratio of the second to the first moment of depth of the pixels in that cap gives the depth of the edge
/// without any knowledge of its curvature. A cap of another shape (a corner, a flat end, two tips) betrays itself: its edge
/// moves when the cap is made shallower, or leaves the one-pixel range that the raster allows. So the deepest cap is taken that
/// agrees with the next shallower one; deep caps average over more pixels. Where none does, there is no answer.
///
/// Standard deviation of a diameter between two such edges, ellipses up to 4 : 1 in any pose: 0.24 pixels (10-20 pixels long), 0.2
/// (20-50) and 0.12 (50-150), without bias; edge mid-points: 0.33, and up to +0.7 of bias on round lesions.
class EdgeSupport
{
public:
  explicit EdgeSupport(const PixelSlice& slice);

  /// Distance along `direction` (unit vector) from the plane's origin to the edge, mm: between the outermost pixel centre and one
  /// pixel beyond. Nothing where the pixels show no smooth edge, nor for lesions less than three pixels wide. The slice has at least one
  /// set pixel.
  std::optional<double> along(PlanePoint direction) const;

private:
  struct Run
  {
    double first_x = 0.0;  ///< mm, centre of the first pixel
    int pixels = 0;
  };
  /// One row of pixels: y in mm, its runs, and the centres of its first and last pixel.
  struct Row
  {
    double y = 0.0;
    double first_x = 0.0;
    double last_x = 0.0;
    std::size_t first_run = 0;
    std::size_t end_run = 0;
  };
  struct Moments
  {
    double first = 0.0;   ///< sum of depth below the cap's base
    double second = 0.0;  ///< sum of depth^2 / 2
  };

  struct Cap
  {
    double outermost = 0.0;  ///< outermost pixel centre along the direction, mm
    double depth = 0.0;      ///< base of the cap behind it, mm
    double length = 0.0;     ///< of the lesion along the direction, mm
  };

  double outermost_centre(PlanePoint direction) const;
  void add_row(const PixelSlice& slice, int row);
  static void add_run(const Run& run, double start, double step, Moments& moments);
  Moments moments_beyond(PlanePoint direction, double base) const;
  double edge_beyond(PlanePoint direction, const Cap& cap) const;

  double column_step_;
  double row_step_;
  std::vector<Run> runs_;
  std::vector<Row> rows_;
  Polygon centre_hull_;
  bool is_thin_ = false;
};
}  // namespace nadir::measure
