#include "measure/size/edge_support.h"

#include <algorithm>
#include <cmath>

#include "imaging/result/expects.h"
#include "measure/size/convex_hull.h"

namespace nadir::measure
{
namespace
{
// Depth of the first cap in pixels: factor x sqrt(length in pixels). Chosen with the other numbers on random ellipses, egg shapes,
// capsules and irregular shapes of 6 to 150 pixels as the best compromise between noise and trust in the shape.
constexpr double depth_factor = 1.6;
constexpr double least_first_depth = 3.0;  // pixels
constexpr double least_depth = 2.0;        // pixels
constexpr double least_check_depth = 1.5;  // pixels
constexpr double deepest_share = 0.6;      // of the lesion's length
constexpr double shallower = 1.6;
constexpr double tolerated_move = 0.1;    // pixels between the edges from two depths
constexpr double tolerated_excess = 0.3;  // pixels outside the range the raster allows
constexpr double least_width = 2.0;       // pixels between outermost centres, across the lesion: thinner ones show no smooth edge
constexpr int iterations = 5;

/// Depth t of a cap of an ellipse of length `length` whose second over first moment of depth is `ratio`.
/// Cap width ~ sqrt(t) (1 - t / (2 length)); twice and three times integrated, solved by fixed-point iteration.
double cap_depth(double ratio, double length)
{
  double depth = 3.5 * ratio;
  for (int n = 0; n < iterations; ++n)
  {
    const double bend = depth / (2.0 * length);
    const double expected = depth * (1.0 / 13.125 - bend / 39.375) / (1.0 / 3.75 - bend / 8.75);
    depth *= ratio / expected;
  }
  return depth;
}

/// Smallest distance between two parallel lines that hold a convex polygon.
double width_of(const Polygon& hull)
{
  double smallest = HUGE_VAL;
  for (std::size_t n = 0; n < hull.size(); ++n)
  {
    const auto side = unit(hull[(n + 1) % hull.size()] - hull[n]);
    double width = 0.0;
    for (const auto& point : hull) width = std::max(width, cross(side, point - hull[n]));
    smallest = std::min(smallest, width);
  }
  return smallest;
}
}  // namespace

EdgeSupport::EdgeSupport(const PixelSlice& slice) : column_step_(slice.column_step), row_step_(slice.row_step)
{
  for (int row = 0; row < slice.rows; ++row) add_row(slice, row);
  NADIR_EXPECTS(!rows_.empty());
  std::vector<PlanePoint> ends;
  for (const auto& row : rows_) ends.insert(ends.end(), {{row.first_x, row.y}, {row.last_x, row.y}});
  centre_hull_ = convex_hull(std::move(ends));
  is_thin_ = width_of(centre_hull_) < least_width * std::sqrt(column_step_ * row_step_) * (1.0 - 1e-9);
}

void EdgeSupport::add_row(const PixelSlice& slice, int row)
{
  const auto first_run = runs_.size();
  const auto begin = slice.pixels.begin() + static_cast<std::ptrdiff_t>(slice.index(0, row));
  const auto end = begin + slice.columns;
  for (auto start = std::find(begin, end, 1); start != end;)
  {
    const auto stop = std::find(start, end, 0);
    runs_.push_back({static_cast<double>(start - begin) * column_step_, static_cast<int>(stop - start)});
    start = std::find(stop, end, 1);
  }
  if (runs_.size() == first_run) return;
  const double last_x = runs_.back().first_x + (runs_.back().pixels - 1) * column_step_;
  rows_.push_back({row * row_step_, runs_[first_run].first_x, last_x, first_run, runs_.size()});
}

double EdgeSupport::outermost_centre(PlanePoint direction) const
{
  double outermost = -HUGE_VAL;
  for (const auto& point : centre_hull_) outermost = std::max(outermost, dot(point, direction));
  return outermost;
}

/// The pixels n of a run have depth start + n step; those above 0 are an arithmetic series.
void EdgeSupport::add_run(const Run& run, double start, double step, Moments& moments)
{
  double first = 0.0;
  double last = run.pixels - 1;
  if (step > 0.0) first = std::max(first, std::ceil(-start / step));
  if (step < 0.0) last = std::min(last, std::floor(-start / step));
  if (step == 0.0 && start <= 0.0) return;
  const double count = last - first + 1.0;
  if (count < 1.0) return;
  const double mean = start + 0.5 * (first + last) * step;
  moments.first += count * mean;
  moments.second += 0.5 * count * (mean * mean + step * step * (count * count - 1.0) / 12.0);
}

EdgeSupport::Moments EdgeSupport::moments_beyond(PlanePoint direction, double base) const
{
  Moments moments;
  const double step = column_step_ * direction.x;
  for (const auto& row : rows_)
  {
    const double depth = row.y * direction.y - base;
    if (depth + std::max(row.first_x * direction.x, row.last_x * direction.x) <= 0.0) continue;
    for (auto run = row.first_run; run < row.end_run; ++run) add_run(runs_[run], depth + runs_[run].first_x * direction.x, step, moments);
  }
  return moments;
}

double EdgeSupport::edge_beyond(PlanePoint direction, const Cap& cap) const
{
  const auto moments = moments_beyond(direction, cap.outermost - cap.depth);
  return cap_depth(moments.second / moments.first, std::max(cap.length, cap.depth)) - cap.depth;
}

std::optional<double> EdgeSupport::along(PlanePoint direction) const
{
  if (is_thin_) return std::nullopt;
  const double outermost = outermost_centre(direction);
  const double width = outermost + outermost_centre(-1.0 * direction);
  const double pixel = std::sqrt(column_step_ * row_step_);
  const double reach = std::hypot(column_step_ * direction.x, row_step_ * direction.y);
  Cap cap{outermost, 0.0, width + pixel};
  cap.depth = std::min(pixel * std::max(least_first_depth, depth_factor * std::sqrt(cap.length / pixel)), deepest_share * width + pixel);
  for (; cap.depth >= least_depth * pixel; cap.depth /= shallower)
  {
    const double beyond = edge_beyond(direction, cap);
    if (beyond < -tolerated_excess * reach || beyond > (1.0 + tolerated_excess) * reach) continue;
    const Cap check{outermost, cap.depth / shallower, cap.length};
    const bool moves =
        check.depth >= least_check_depth * pixel && std::abs(edge_beyond(direction, check) - beyond) > tolerated_move * pixel;
    if (!moves) return outermost + std::clamp(beyond, 0.0, reach);
  }
  return std::nullopt;
}
}  // namespace nadir::measure
