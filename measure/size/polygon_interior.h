#pragma once

#include <vector>

#include "measure/size/plane_point.h"

namespace nadir::measure
{
/// Answers whether places and lines lie inside one closed polygon (even-odd rule). The border belongs to the inside.
class PolygonInterior
{
public:
  explicit PolygonInterior(Polygon polygon);

  bool contains(PlanePoint point) const;
  /// Whether the whole line between two points lies inside; touching or running along the border is allowed. Exact up to rounding.
  bool contains_line(PlanePoint from, PlanePoint to) const;

private:
  struct Edge
  {
    PlanePoint from;
    PlanePoint to;
  };

  std::size_t band_of(double y) const;
  void file_into_bands();
  bool surely_leaves(PlanePoint from, PlanePoint to) const;

  std::vector<Edge> edges_;
  std::vector<std::vector<Edge>> bands_;  ///< edges by the bands of y they reach
  double lowest_ = 0.0;
  double band_height_ = 1.0;
  double tolerance_ = 0.0;  ///< mm
};
}  // namespace nadir::measure
