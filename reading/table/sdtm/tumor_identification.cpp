#include "reading/table/sdtm/tumor_identification.h"

#include <algorithm>

#include "imaging/units/number_text.h"
#include "reading/table/reader_rows.h"

namespace nadir::reading::sdtm
{
namespace
{
using measure::LesionRole;

std::optional<LesionRole> role_of(std::string_view result)
{
  if (is_word(result, "TARGET")) return LesionRole::Target;
  if (is_word(result, "NON-TARGET") || is_word(result, "NONTARGET")) return LesionRole::NonTarget;
  return is_word(result, "NEW") ? std::optional(LesionRole::New) : std::nullopt;
}

bool says_nothing_of_a_lesion(std::string_view code)
{
  return is_word(code, "TUSPLIT") || is_word(code, "TUMERGE") || is_word(code, "TIND") || is_word(code, "NTIND");
}

bool say_the_same(const IdentifiedLesion& a, const IdentifiedLesion& b) { return a.role == b.role && is_word(a.organ, b.organ); }
}  // namespace

std::optional<double> visit_number(const Cells& cells) { return parse_number(cells.text(Variable::VisitNumber)); }

TumorIdentification::TumorIdentification(const SubjectRows& rows, const Columns& columns, RowNotes& notes)
{
  lesions_.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size() && notes.problems.size() < most_problems; ++i) add(Cells(rows, i, columns), notes);
}

void TumorIdentification::add(const Cells& cells, RowNotes& notes)
{
  const auto code = cells.text(Variable::TestCode);
  if (is_word(code, "TUMIDENT")) return add_lesion(cells, notes);
  if (says_nothing_of_a_lesion(code)) return;
  notes.warnings.push_back(cells.problem(Variable::TestCode, shown(code) +
                                                                 " is not a test this program reads (the row was not used). Known are "
                                                                 "TUMIDENT, TUSPLIT, TUMERGE, TIND and NTIND."));
}

void TumorIdentification::add_lesion(const Cells& cells, RowNotes& notes)
{
  IdentifiedLesion made;
  made.id = cells.text(Variable::LinkId);
  made.reader = cells.reader();
  made.organ = cells.text(Variable::Location);
  made.nodal = has_word(made.organ, "LYMPH NODE");
  made.visit = visit_number(cells);
  made.date = cells.text(Variable::Date);
  made.line = cells.line();
  const auto role = role_of(cells.result());
  if (made.id.empty())
    return notes.problems.push_back(
        cells.problem(Variable::LinkId, "the link is empty (no result could be told to be of this lesion). Give the link id."));
  if (!role)
    return notes.problems.push_back(
        cells.problem(Variable::OriginalResult,
                      shown(cells.result()) + " is no role of a lesion (its meaning would be a guess). Use TARGET, NON-TARGET or NEW."));
  made.role = *role;
  const auto known = std::find_if(lesions_.begin(), lesions_.end(),
                                  [&](const auto& lesion) { return lesion.id == made.id && lesion.reader == made.reader; });
  if (known == lesions_.end()) return lesions_.push_back(std::move(made));
  const auto message = "the link " + shown(made.id) + " was identified in line " + std::to_string(known->line) + " already";
  if (say_the_same(*known, made))
    notes.warnings.push_back(cells.problem(Variable::LinkId, message + " (the row was not used). Keep one row."));
  else
    notes.problems.push_back(
        cells.problem(Variable::LinkId, message + " with another role or location (which counts would be a guess). Keep one."));
}

const IdentifiedLesion* TumorIdentification::lesion(std::string_view id, std::string_view reader) const
{
  const IdentifiedLesion* found = nullptr;
  for (const auto& lesion : lesions_)
    if (lesion.id == id && (lesion.reader == reader || (lesion.reader.empty() && !found))) found = &lesion;
  return found;
}

LinkedLesions TumorIdentification::lesions_of(std::string_view link, std::string_view reader) const
{
  if (const auto* whole = lesion(link, reader)) return {{whole}, false};
  if (const auto point = link.rfind('.'); point != std::string_view::npos)
    if (const auto* parent = lesion(link.substr(0, point), reader)) return {{parent}, true};
  LinkedLesions merged;
  if (link.find('/') == std::string_view::npos) return merged;
  for (auto rest = link; !rest.empty();)
  {
    const auto end = std::min(rest.find('/'), rest.size());
    const auto* part = lesion(trimmed(rest.substr(0, end)), reader);
    if (!part) return {};
    merged.lesions.push_back(part);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return merged;
}

std::optional<double> TumorIdentification::baseline_visit() const
{
  std::optional<double> first;
  for (const auto& lesion : lesions_)
    if (lesion.role != LesionRole::New && lesion.visit) first = std::min(first.value_or(*lesion.visit), *lesion.visit);
  return first;
}
}  // namespace nadir::reading::sdtm
