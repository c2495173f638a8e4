#include "report/table/tidy_json.h"

#include <nlohmann/json.hpp>

#include "imaging/units/number_text.h"
#include "report/table/json_text.h"
#include "report/table/tidy_fields.h"

namespace nadir::report
{
namespace
{
using Json = nlohmann::json;

/// One row as one line.
class RowWriter
{
public:
  void column(std::string_view name, const std::string& text) { put(name, text.empty() ? "null" : json_quoted(text)); }
  void column(std::string_view name, int number) { put(name, std::to_string(number)); }
  void column(std::string_view name, const std::optional<double>& number) { put(name, number ? format_number(*number) : "null"); }
  std::string take() && { return "{" + std::move(line_) + "}"; }

private:
  void put(std::string_view name, const std::string& value) { line_ += (line_.empty() ? "" : ", ") + json_quoted(name) + ": " + value; }
  std::string line_;
};

class RowReader
{
public:
  explicit RowReader(const Json& object) : object_(object) {}
  void column(const char* name, std::string& text)
  {
    const auto& value = object_.at(name);
    if (!value.is_null()) text = value.get<std::string>();
  }
  void column(const char* name, int& number) { number = object_.at(name).get<int>(); }
  void column(const char* name, std::optional<double>& number)
  {
    const auto& value = object_.at(name);
    if (!value.is_null()) number = value.get<double>();
  }

private:
  const Json& object_;
};

template <class Row> void put_rows(JsonText& out, std::string_view key, const std::vector<Row>& rows)
{
  out.key(key);
  out.begin_array();
  for (const auto& row : rows)
  {
    RowWriter writer;
    detail::columns_of(writer, row);
    out.verbatim(std::move(writer).take());
  }
  out.end_array();
}

template <class Row> std::vector<Row> rows_of(const Json& array)
{
  std::vector<Row> rows;
  for (const auto& object : array)
  {
    RowReader reader(object);
    detail::columns_of(reader, rows.emplace_back());
  }
  return rows;
}
}  // namespace

std::string to_json(const TidyTables& tables)
{
  JsonText out;
  out.begin_object();
  out.key("schema");
  out.text("nadir.tidy/1");
  put_rows(out, "measurements", tables.measurements);
  put_rows(out, "responses", tables.responses);
  out.end_object();
  return std::move(out).finish();
}

std::optional<TidyTables> tidy_tables_from_json(std::string_view text)
{
  try
  {
    const auto document = Json::parse(text);
    TidyTables tables{rows_of<MeasurementRow>(document.at("measurements")), rows_of<ResponseRow>(document.at("responses"))};
    if (to_json(tables) != text) return std::nullopt;
    return tables;
  }
  catch (const Json::exception&)
  {
    return std::nullopt;
  }
}
}  // namespace nadir::report
