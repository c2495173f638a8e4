#pragma once

#include <vector>

namespace nadir::report
{
/// What a column of a table needs, points.
struct ColumnNeed
{
  double least = 0.0;   ///< for its longest word
  double wanted = 0.0;  ///< for its longest cell on one line
};

/// Widths that add up to `width`: each column gets the least it needs and then its share of the rest by what it wants. Columns that
/// together need more than there is are cut down from the widest.
std::vector<double> column_widths(const std::vector<ColumnNeed>& needs, double width);
}  // namespace nadir::report
