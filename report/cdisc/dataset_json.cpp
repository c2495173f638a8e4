#include "report/cdisc/dataset_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"
#include "report/cdisc/cdisc_error.h"
#include "report/table/json_text.h"

namespace nadir::report::cdisc
{
namespace
{
using Json = nlohmann::json;

/// Whole numbers of SDTM: sequence, visit number, study day. Results are doubles.
std::string_view data_type_of(const Variable& variable)
{
  if (variable.type == VariableType::Text) return "string";
  return variable.name.ends_with("STRESN") ? "double" : "integer";
}

void put_column(JsonText& out, const Dataset& dataset, const Variable& variable)
{
  const auto member = [&](const char* key, std::string_view text) { out.key(key), out.text(text); };
  out.begin_object();
  member("itemOID", "IT." + dataset.name + "." + variable.name);
  member("name", variable.name);
  member("label", variable.label);
  member("dataType", data_type_of(variable));
  out.end_object();
}

std::string cell_json(const Cell& cell)
{
  if (const auto* text = std::get_if<std::string>(&cell)) return json_quoted(*text);
  const auto* number = std::get_if<double>(&cell);
  return number ? format_number(*number) : "null";
}

std::string row_json(const std::vector<Cell>& row)
{
  std::string line = "[";
  for (const auto& cell : row) line += (line.size() > 1 ? ", " : "") + cell_json(cell);
  return line + "]";
}

/// Thrown inside this file for whatever makes a text no dataset.
struct NotADataset
{
};
void expect(bool holds)
{
  if (!holds) throw NotADataset{};
}

Variable variable_of(const Json& column)
{
  const auto type = column.at("dataType").get<std::string>();
  expect(type == "string" || type == "integer" || type == "double");
  return {column.at("name").get<std::string>(), column.at("label").get<std::string>(),
          type == "string" ? VariableType::Text : VariableType::Number};
}

Cell cell_of(const Json& value, VariableType type)
{
  if (type == VariableType::Text) return value.get<std::string>();
  if (value.is_null()) return Missing{};
  expect(value.is_number());
  return value.get<double>();
}

std::vector<Cell> row_of(const Json& values, const std::vector<Variable>& variables)
{
  expect(values.is_array() && values.size() == variables.size());
  std::vector<Cell> row;
  for (std::size_t i = 0; i < variables.size(); ++i) row.push_back(cell_of(values[i], variables[i].type));
  return row;
}

Dataset dataset_of(const Json& document)
{
  expect(document.at("datasetJSONVersion").get<std::string>().starts_with("1.1"));
  Dataset dataset{document.at("name").get<std::string>(), document.at("label").get<std::string>(), {}, {}};
  for (const auto& column : document.at("columns")) dataset.variables.push_back(variable_of(column));
  for (const auto& row : document.at("rows")) dataset.rows.push_back(row_of(row, dataset.variables));
  expect(document.at("records").get<std::size_t>() == dataset.rows.size());
  return dataset;
}
}  // namespace

std::string to_dataset_json(const Dataset& dataset, const FileOrigin& origin)
{
  JsonText out;
  const auto member = [&](const char* key, std::string_view text) { out.key(key), out.text(text); };
  out.begin_object();
  member("datasetJSONCreationDateTime", origin.created);
  member("datasetJSONVersion", "1.1.0");
  out.key("sourceSystem");
  out.begin_object();
  member("name", "nadir");
  member("version", origin.software_version);
  out.end_object();
  member("itemGroupOID", "IG." + dataset.name);
  out.key("records");
  out.integer(static_cast<int>(dataset.rows.size()));
  member("name", dataset.name);
  member("label", dataset.label);
  out.key("columns");
  out.begin_array();
  for (const auto& variable : dataset.variables) put_column(out, dataset, variable);
  out.end_array();
  out.key("rows");
  out.begin_array();
  for (const auto& row : dataset.rows) out.verbatim(row_json(row));
  out.end_array();
  out.end_object();
  return std::move(out).finish();
}

Result<Dataset> dataset_from_json(std::string_view text)
{
  const Failure failure{CdiscError::NotADataset,
                        "the text is no Dataset-JSON 1.1 as it is written here (what it says could be read wrongly). Export it again."};
  try
  {
    return dataset_of(Json::parse(text));
  }
  catch (const Json::exception&)
  {
    return failure;
  }
  catch (const NotADataset&)
  {
    return failure;
  }
}
}  // namespace nadir::report::cdisc
