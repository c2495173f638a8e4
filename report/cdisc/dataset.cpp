#include "report/cdisc/dataset.h"

#include <algorithm>
#include <string_view>

#include "imaging/units/number_text.h"

namespace nadir::report::cdisc
{
std::size_t position_of(const Dataset& dataset, std::string_view variable)
{
  const auto& variables = dataset.variables;
  return static_cast<std::size_t>(
      std::find_if(variables.begin(), variables.end(), [&](const auto& each) { return each.name == variable; }) - variables.begin());
}

std::string text_at(const Dataset& dataset, std::size_t row, std::string_view variable)
{
  const auto column = position_of(dataset, variable);
  if (column == dataset.variables.size()) return {};
  const auto& cell = dataset.rows[row][column];
  if (const auto* number = std::get_if<double>(&cell)) return format_number(*number);
  const auto* text = std::get_if<std::string>(&cell);
  return text ? *text : std::string{};
}
}  // namespace nadir::report::cdisc
