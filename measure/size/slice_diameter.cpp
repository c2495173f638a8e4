#include "measure/size/slice_diameter.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "imaging/result/expects.h"
#include "measure/size/edge_outline.h"
#include "measure/size/inside_chord.h"
#include "measure/size/polygon_area.h"
#include "measure/size/rotating_calipers.h"
#include "measure/size/sub_pixel_hull.h"

namespace nadir::measure
{
namespace
{
constexpr double tie_mm = 1e-9;

// The sub-pixel edge lies at most one pixel beyond the outermost centres, the 50 % outline at least 0.35: two ends gain less than this.
constexpr double most_gain = 1.5;  // pixels

/// A slice with the longest chord of its 50 % outline.
struct RankedSlice
{
  int slice = 0;
  double length = 0.0;
};

std::vector<RankedSlice> slices_by_length(const MaskSlices& slices)
{
  std::vector<RankedSlice> ranked;
  for (int n = 0; n < slices.count(); ++n)
  {
    const auto hull = edge_hull(slices.slice(n));
    if (!hull.empty()) ranked.push_back({n, longest_chord(hull).length()});
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const RankedSlice& a, const RankedSlice& b) { return std::tie(b.length, a.slice) < std::tie(a.length, b.slice); });
  return ranked;
}

double pixel_diagonal(const PixelSlice& slice) { return std::hypot(slice.column_step, slice.row_step); }

bool wins(const SliceDiameter& a, const SliceDiameter& b)
{
  const double difference = a.chord.length() - b.chord.length();
  return difference > tie_mm || (difference >= -tie_mm && a.slice < b.slice);
}

SliceDiameter diameter_in(const MaskSlices& slices, int number)
{
  auto hull = sub_pixel_hull(slices.slice(number));
  const auto chord = longest_chord(hull);
  return {number, chord, std::move(hull)};
}

/// Puts the longest inside line of a slice's outer outlines into `inside` if it is longer.
void consider_slice(const PixelSlice& slice, int number, InsideDiameter& inside)
{
  for (const auto& loop : edge_outline(slice))
  {
    if (signed_area(loop) <= 0.0) continue;
    const auto found = longest_inside_chord(loop, inside.chord.length());
    inside.is_exact = inside.is_exact && found.is_exact;
    if (found.chord) inside = {number, *found.chord, inside.is_exact};
  }
}
}  // namespace

SliceDiameter longest_diameter(const MaskSlices& slices)
{
  const auto ranked = slices_by_length(slices);
  NADIR_EXPECTS(!ranked.empty());
  const auto first = slices.slice(ranked.front().slice);
  const double reach = most_gain * std::max(first.column_step, first.row_step);
  auto longest = diameter_in(slices, ranked.front().slice);
  for (const auto& [slice, length] : ranked)
  {
    if (length + reach < longest.chord.length()) break;
    auto candidate = diameter_in(slices, slice);
    if (wins(candidate, longest)) longest = std::move(candidate);
  }
  return longest;
}

InsideDiameter longest_inside(const MaskSlices& slices, const SliceDiameter& longest)
{
  const double pixel = pixel_diagonal(slices.slice(longest.slice));
  InsideDiameter inside{longest.slice, {}, true};
  for (const auto& [slice, length] : slices_by_length(slices))
  {
    if (length <= inside.chord.length()) break;
    consider_slice(slices.slice(slice), slice, inside);
    if (inside.chord.length() + pixel >= longest.chord.length()) return {longest.slice, longest.chord, true};
  }
  return inside;
}
}  // namespace nadir::measure
