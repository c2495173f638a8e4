#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace nadir::report::cdisc
{
enum class VariableType
{
  Text,
  Number,
};

/// A column of a dataset. SAS transport files allow names of 8 and labels of 40 characters.
struct Variable
{
  std::string name;   ///< "TRTESTCD"
  std::string label;  ///< of SDTMIG 3.4
  VariableType type = VariableType::Text;

  bool operator==(const Variable&) const = default;
};

/// A number that does not exist. A text that does not exist is "".
using Missing = std::monostate;
using Cell = std::variant<Missing, double, std::string>;

/// An SDTM dataset: every row has one cell for each variable, of the variable's type.
struct Dataset
{
  std::string name;   ///< "TR", "SUPPTR"
  std::string label;  ///< "Tumor/Lesion Results"
  std::vector<Variable> variables;
  std::vector<std::vector<Cell>> rows;

  bool operator==(const Dataset&) const = default;
};

/// Position of a variable; `variables.size()` when the dataset does not have it.
std::size_t position_of(const Dataset& dataset, std::string_view variable);

/// The text of a cell, a number in its shortest form; "" when the variable is not there or the cell is missing.
std::string text_at(const Dataset& dataset, std::size_t row, std::string_view variable);
}  // namespace nadir::report::cdisc
