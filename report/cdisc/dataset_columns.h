#pragma once

#include <algorithm>
#include <vector>

#include "report/cdisc/dataset.h"

namespace nadir::report::cdisc
{
/// Whether a variable stands in a dataset in which no row has a value for it (SDTMIG: required and expected ones do, permissible ones not).
enum class Core
{
  Expected,
  Permissible,
};

/// How a variable is filled from a record.
template <class Record> struct Column
{
  Variable variable;
  Core core;
  Cell (*cell)(const Record& record);
};

inline bool is_empty(const Cell& cell)
{
  const auto* text = std::get_if<std::string>(&cell);
  return text ? text->empty() : std::holds_alternative<Missing>(cell);
}

template <class Record> bool is_filled(const Column<Record>& column, const std::vector<Record>& records)
{
  return column.core == Core::Expected ||
         std::any_of(records.begin(), records.end(), [&](const auto& record) { return !is_empty(column.cell(record)); });
}

/// The dataset of some records, its columns in the order given.
template <class Record>
Dataset dataset_of(std::string name, std::string label, const std::vector<Column<Record>>& columns, const std::vector<Record>& records)
{
  Dataset made{std::move(name), std::move(label), {}, {}};
  std::vector<const Column<Record>*> filled;
  for (const auto& column : columns)
    if (is_filled(column, records)) filled.push_back(&column);
  for (const auto* column : filled) made.variables.push_back(column->variable);
  made.rows.reserve(records.size());
  for (const auto& record : records)
  {
    auto& row = made.rows.emplace_back();
    row.reserve(filled.size());
    for (const auto* column : filled) row.push_back(column->cell(record));
  }
  return made;
}
}  // namespace nadir::report::cdisc
