#pragma once

#include <algorithm>

namespace nadir::viewer
{
/// Pixels of one row: first up to, not including, last. A straight row crosses a box in one piece, so one span tells where an image lies.
struct PixelSpan
{
  int first = 0;
  int last = 0;

  bool is_empty() const { return last <= first; }
};

inline PixelSpan common(PixelSpan a, PixelSpan b) { return {std::max(a.first, b.first), std::min(a.last, b.last)}; }
}  // namespace nadir::viewer
