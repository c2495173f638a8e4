#include "reading/table/row_problem.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace nadir::reading
{
std::string in_words(std::string_view file, const RowProblem& problem)
{
  auto text = (problem.file.empty() ? std::string(file) : problem.file) + ":" + std::to_string(problem.line) + ": ";
  if (!problem.column.empty()) text += "column " + problem.column + ": ";
  return text + problem.message;
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
  if (std::max(a.size(), b.size()) > 200) return std::max(a.size(), b.size());
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i)
  {
    auto diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j)
    {
      const auto replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}
}  // namespace nadir::reading
