#include "report/cdisc/dataset_csv.h"

#include "imaging/units/number_text.h"
#include "report/cdisc/cdisc_error.h"
#include "report/cdisc/domain_datasets.h"
#include "report/table/csv_rows.h"
#include "report/table/csv_text.h"

namespace nadir::report::cdisc
{
namespace
{
void put(CsvText& csv, const Cell& cell)
{
  if (const auto* text = std::get_if<std::string>(&cell)) csv.text(*text);
  else if (const auto* number = std::get_if<double>(&cell)) csv.number(*number);
  else csv.empty();
}

Failure not_a_dataset(const std::string& name)
{
  return Failure{CdiscError::NotADataset,
                 name + ": the text is no dataset as it is written here (what it says could be read wrongly). Export it again."};
}

std::optional<Cell> cell_of(const std::string& text, VariableType type)
{
  if (type == VariableType::Text) return unguarded(text);
  if (text.empty()) return Missing{};
  const auto number = parse_number(text);
  return number ? std::optional<Cell>(*number) : std::nullopt;
}

std::optional<std::vector<Variable>> variables_of(const Dataset& known, const CsvRow& header)
{
  std::vector<Variable> variables;
  for (const auto& name : header)
  {
    const auto column = position_of(known, name);
    if (column == known.variables.size()) return std::nullopt;
    variables.push_back(known.variables[column]);
  }
  return variables;
}

bool read_row(const CsvRow& cells, Dataset& dataset)
{
  if (cells.size() != dataset.variables.size()) return false;
  auto& row = dataset.rows.emplace_back();
  for (std::size_t i = 0; i < cells.size(); ++i)
  {
    auto cell = cell_of(cells[i], dataset.variables[i].type);
    if (!cell) return false;
    row.push_back(std::move(*cell));
  }
  return true;
}
}  // namespace

std::string to_csv(const Dataset& dataset)
{
  CsvText csv(CsvLineEnd::CarriageReturnLineFeed);
  for (const auto& variable : dataset.variables) csv.text(variable.name);
  csv.end_row();
  for (const auto& row : dataset.rows)
  {
    for (const auto& cell : row) put(csv, cell);
    csv.end_row();
  }
  return std::move(csv).take();
}

Result<Dataset> dataset_from_csv(const std::string& name, std::string_view text)
{
  auto dataset = empty_dataset(name);
  const auto rows = csv_rows(text);
  if (!rows || rows->empty()) return not_a_dataset(name);
  auto variables = variables_of(dataset, rows->front());
  if (!variables) return not_a_dataset(name);
  dataset.variables = std::move(*variables);
  for (std::size_t i = 1; i < rows->size(); ++i)
    if (!read_row((*rows)[i], dataset)) return not_a_dataset(name);
  return dataset;
}
}  // namespace nadir::report::cdisc
