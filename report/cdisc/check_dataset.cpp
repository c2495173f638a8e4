#include "report/cdisc/check_dataset.h"

#include <algorithm>
#include <set>

#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/text_pieces.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
bool is_name(std::string_view text)
{
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_allowed = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && text.size() <= 8 && is_letter(text.front()) && std::all_of(text.begin(), text.end(), is_allowed);
}

void expect_head(const Dataset& dataset)
{
  NADIR_EXPECTS(is_name(dataset.name) && dataset.label.size() <= 40 && !dataset.rows.empty());
  std::set<std::string> names;
  for (const auto& variable : dataset.variables)
    NADIR_EXPECTS(is_name(variable.name) && !variable.label.empty() && variable.label.size() <= 40 && names.insert(variable.name).second);
}

bool has_type(const Cell& cell, VariableType type) { return std::holds_alternative<std::string>(cell) == (type == VariableType::Text); }

void expect_rows(const Dataset& dataset)
{
  for (const auto& row : dataset.rows)
  {
    NADIR_EXPECTS(row.size() == dataset.variables.size());
    for (std::size_t i = 0; i < row.size(); ++i) NADIR_EXPECTS(has_type(row[i], dataset.variables[i].type));
  }
}

/// Every value of a variable, if the dataset has it, passes a test.
template <class Test> void expect_all(const Dataset& dataset, std::string_view variable, Test is_good)
{
  const auto column = position_of(dataset, variable);
  if (column == dataset.variables.size()) return;
  for (const auto& row : dataset.rows) NADIR_EXPECTS(is_good(std::get<std::string>(row[column])));
}

void expect_terms(const Dataset& dataset)
{
  const auto is_test = [](const std::string& text) { return !text.empty() && text.size() <= 40; };
  for (const std::string domain : {"TU", "TR", "RS"})
  {
    expect_all(dataset, domain + "TESTCD", is_name);
    expect_all(dataset, domain + "TEST", is_test);
  }
  expect_all(dataset, "QNAM", is_name);
  expect_all(dataset, "QLABEL", is_test);
  expect_all(dataset, "QVAL", [](const std::string& text) { return !text.empty(); });
}

Result<Done> check_texts(const Dataset& dataset)
{
  for (std::size_t row = 0; row < dataset.rows.size(); ++row)
    for (std::size_t i = 0; i < dataset.variables.size(); ++i)
    {
      const auto* text = std::get_if<std::string>(&dataset.rows[row][i]);
      if (!text || text->size() * 8 <= longest_text || ascii_text(*text).size() <= longest_text) continue;
      return Failure{CdiscError::TextTooLong,
                     dataset.name + " row " + std::to_string(row + 1) + ": " + dataset.variables[i].name +
                         " has more than 200 bytes (transport files and regulators take no more). Shorten the text."};
    }
  return Done{};
}
}  // namespace

Result<Done> check_dataset(const Dataset& dataset)
{
  expect_head(dataset);
  expect_rows(dataset);
  expect_terms(dataset);
  return check_texts(dataset);
}
}  // namespace nadir::report::cdisc
