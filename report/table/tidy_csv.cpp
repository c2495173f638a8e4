#include "report/table/tidy_csv.h"

#include "imaging/units/number_text.h"
#include "report/table/csv_rows.h"
#include "report/table/csv_text.h"
#include "report/table/tidy_fields.h"

namespace nadir::report
{
namespace
{
class HeaderWriter
{
public:
  explicit HeaderWriter(CsvText& csv) : csv_(csv) {}
  template <class Value> void column(std::string_view name, const Value&) { csv_.text(name); }

private:
  CsvText& csv_;
};

class RowWriter
{
public:
  explicit RowWriter(CsvText& csv) : csv_(csv) {}
  void column(std::string_view, const std::string& text) { csv_.text(text); }
  void column(std::string_view, int number) { csv_.integer(number); }
  void column(std::string_view, const std::optional<double>& number) { csv_.number(number); }

private:
  CsvText& csv_;
};

class RowReader
{
public:
  RowReader(const CsvRow& header, const CsvRow& cells) : header_(header), cells_(cells) {}

  void column(std::string_view name, std::string& text) { text = unguarded(next(name)); }
  void column(std::string_view name, int& number)
  {
    const auto read = parse_integer(next(name));
    good_ = good_ && read;
    number = static_cast<int>(read.value_or(0));
  }
  void column(std::string_view name, std::optional<double>& number)
  {
    const auto cell = next(name);
    number = parse_number(cell);
    good_ = good_ && (number || cell.empty());
  }
  bool is_good() const { return good_ && at_ == cells_.size() && at_ == header_.size(); }

private:
  std::string next(std::string_view name)
  {
    if (at_ >= cells_.size() || at_ >= header_.size() || header_[at_] != name) return good_ = false, "";
    return cells_[at_++];
  }

  const CsvRow& header_;
  const CsvRow& cells_;
  std::size_t at_ = 0;
  bool good_ = true;
};

template <class Row> std::string csv_of(const std::vector<Row>& rows)
{
  CsvText csv(CsvLineEnd::CarriageReturnLineFeed);
  HeaderWriter header(csv);
  const Row names;
  detail::columns_of(header, names);
  csv.end_row();
  RowWriter writer(csv);
  for (const auto& row : rows)
  {
    detail::columns_of(writer, row);
    csv.end_row();
  }
  return std::move(csv).take();
}

template <class Row> std::optional<std::vector<Row>> rows_from(std::string_view text)
{
  const auto cells = csv_rows(text);
  if (!cells || cells->empty()) return std::nullopt;
  std::vector<Row> rows;
  for (std::size_t i = 1; i < cells->size(); ++i)
  {
    RowReader reader(cells->front(), (*cells)[i]);
    detail::columns_of(reader, rows.emplace_back());
    if (!reader.is_good()) return std::nullopt;
  }
  if (csv_of(rows) != text) return std::nullopt;
  return rows;
}
}  // namespace

std::string to_csv(const std::vector<MeasurementRow>& rows) { return csv_of(rows); }
std::string to_csv(const std::vector<ResponseRow>& rows) { return csv_of(rows); }
std::optional<std::vector<MeasurementRow>> measurements_from_csv(std::string_view text) { return rows_from<MeasurementRow>(text); }
std::optional<std::vector<ResponseRow>> responses_from_csv(std::string_view text) { return rows_from<ResponseRow>(text); }
}  // namespace nadir::report
