#include "reading/table/sdtm/sdtm_cells.h"

#include <algorithm>
#include <cctype>

#include "measure/response/word_table.h"

namespace nadir::reading::sdtm
{
namespace
{
constexpr std::array<std::string_view, variable_count> suffixes = {"LNKID",  "TESTCD", "ORRES",  "ORRESU", "STRESC", "STRESN",
                                                                   "STRESU", "STAT",   "REASND", "LOC",    "METHOD", "EVAL",
                                                                   "EVALID", "ACPTFL", "DTC",    ""};

std::string lower_case(std::string_view text)
{
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}
}  // namespace

Columns::Columns(const TableIndex& index, std::string_view domain) : file_(index.path().string())
{
  for (std::size_t i = 0; i < variable_count; ++i)
  {
    names_[i] = suffixes[i].empty() ? "VISITNUM" : std::string(domain) + std::string(suffixes[i]);
    positions_[i] = index.column(lower_case(names_[i]));
  }
}

std::string_view Cells::text(Variable variable) const
{
  const auto& position = columns_.position(variable);
  return position ? trimmed(rows_.cell(row_, *position)) : std::string_view{};
}

std::string_view Cells::reader() const
{
  const auto id = text(Variable::EvaluatorId);
  return id.empty() ? text(Variable::Evaluator) : id;
}

std::string_view Cells::result() const
{
  const auto standard = text(Variable::StandardText);
  return standard.empty() ? text(Variable::OriginalResult) : standard;
}

RowProblem Cells::problem(Variable variable, std::string message) const
{
  return {line(), columns_.name(variable), std::move(message), columns_.file()};
}

std::string shown(std::string_view cell) { return "\"" + std::string(cell.substr(0, 60)) + (cell.size() > 60 ? "...\"" : "\""); }

bool is_word(std::string_view cell, std::string_view word) { return measure::detail::is_same_word(cell, word); }

bool has_word(std::string_view cell, std::string_view word)
{
  const auto found = std::search(cell.begin(), cell.end(), word.begin(), word.end(),
                                 [](char a, char b) { return measure::detail::normalized(a) == measure::detail::normalized(b); });
  return found != cell.end() || word.empty();
}
}  // namespace nadir::reading::sdtm
