#include "report/pdf/column_widths.h"

#include <algorithm>
#include <numeric>

namespace nadir::report
{
namespace
{
double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// The height at which the tallest are cut so that all together come to `total`.
double cut_at(const std::vector<double>& values, double total)
{
  std::vector<double> ascending = values;
  std::sort(ascending.begin(), ascending.end());
  double rest = total;
  for (std::size_t k = 0; k < ascending.size(); ++k)
  {
    const double share = rest / static_cast<double>(ascending.size() - k);
    if (ascending[k] >= share) return share;
    rest -= ascending[k];
  }
  return ascending.empty() ? 0.0 : ascending.back();
}
}  // namespace

std::vector<double> column_widths(const std::vector<ColumnNeed>& needs, double width)
{
  std::vector<double> widths;
  for (const auto& need : needs) widths.push_back(need.least);
  const double cut = cut_at(widths, width);
  for (double& column : widths) column = std::min(column, cut);
  std::vector<double> missing;
  for (std::size_t k = 0; k < needs.size(); ++k) missing.push_back(std::max(0.0, needs[k].wanted - widths[k]));
  const double rest = std::max(0.0, width - sum(widths)), all_missing = sum(missing);
  if (all_missing > rest)
    for (std::size_t k = 0; k < widths.size(); ++k) widths[k] += rest * missing[k] / all_missing;
  else
    for (std::size_t k = 0; k < widths.size(); ++k) widths[k] += missing[k] + (rest - all_missing) / static_cast<double>(widths.size());
  return widths;
}
}  // namespace nadir::report
