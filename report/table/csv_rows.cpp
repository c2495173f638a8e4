#include "report/table/csv_rows.h"

#include <utility>

#include "report/table/csv_text.h"

namespace nadir::report
{
namespace
{
/// Reads one cell after another from the front of a text.
class Cells
{
public:
  explicit Cells(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool broken() const { return broken_; }

  std::string cell() { return !rest_.empty() && rest_.front() == '"' ? quoted() : plain(); }

  /// Whether another cell of the same row follows; takes what stands between the two.
  bool row_goes_on()
  {
    if (take(",")) return true;
    if (!take("\r\n") && !take("\n")) broken_ = true;
    return false;
  }

private:
  bool take(std::string_view what)
  {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }

  std::string plain()
  {
    const auto text = rest_.substr(0, rest_.find_first_of(",\"\r\n"));
    rest_.remove_prefix(text.size());
    return std::string(text);
  }

  std::string quoted()
  {
    std::string text;
    rest_.remove_prefix(1);
    for (;;)
    {
      const auto end = rest_.find('"');
      if (end == std::string_view::npos) return broken_ = true, text;
      text += rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
      if (!take("\"")) return text;
      text += '"';
    }
  }

  std::string_view rest_;
  bool broken_ = false;
};
}  // namespace

std::optional<std::vector<CsvRow>> csv_rows(std::string_view text)
{
  std::vector<CsvRow> rows;
  for (Cells cells(text); !cells.at_end();)
  {
    auto& row = rows.emplace_back();
    do row.push_back(cells.cell());
    while (cells.row_goes_on());
    if (cells.broken()) return std::nullopt;
  }
  return rows;
}

std::string unguarded(std::string_view cell)
{
  if (cell.starts_with('\'') && could_be_a_formula(cell)) cell.remove_prefix(1);
  return std::string(cell);
}
}  // namespace nadir::report
