#include "report/cdisc/tumor_results.h"

#include "imaging/units/number_text.h"
#include "report/cdisc/counted_length.h"
#include "report/cdisc/lineage_links.h"
#include "report/cdisc/reason_category.h"
#include "report/cdisc/record_frame.h"
#include "report/cdisc/terms.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionAssessment;
using measure::LesionRole;
using measure::LesionState;
using measure::ReportedLength;

const char* group_of(LesionRole role)
{
  return role == LesionRole::Target ? "TARGET" : role == LesionRole::NonTarget ? "NON-TARGET" : "NEW";
}

/// Makes the rows of one reading at one time point.
class Rows
{
public:
  Rows(const ReadingPlan& plan, const Study& study, std::size_t timepoint) : plan_(plan), study_(study), t_(timepoint) {}

  void add(const PlannedLesion& lesion)
  {
    if (!lesion.identified || *lesion.identified > t_) return;
    const auto* found = plan_.find(lesion.lesion.id, t_);
    const auto first = rows_.size();
    switch (lesion.lesion.role)
    {
    case LesionRole::Target: add_target(lesion, found); break;
    case LesionRole::NonTarget: add_non_target(lesion, state_of(found)); break;
    case LesionRole::New: add_new(lesion, state_of(found)); break;
    }
    if (found && first < rows_.size()) add_reason(rows_[first], *found);
    if (found && study_.imaging_rows == ImagingRows::Yes) add_imaging_rows(lesion, *found);
  }
  std::vector<ResultRecord> take() && { return std::move(rows_); }

private:
  ResultRecord& add_row(const PlannedLesion& lesion, const Term& term)
  {
    auto& made = rows_.emplace_back(framed<ResultRecord>(plan_, study_.id, t_));
    made.group = group_of(lesion.lesion.role);
    made.link = lesion.link;
    made.link_group = plan_.link_group(t_);
    made.code = term.code;
    made.test = term.name;
    made.method = method;
    const auto* found = plan_.find(lesion.lesion.id, t_);
    if (found) made.reference = reference_of(counted_caliper(*found), *found);
    made.origin.lesion = lesion.lesion.id;
    made.origin.measurement = found ? counted_measurement(*found) : "state";
    return made;
  }

  void set_length(ResultRecord& row, ReportedLength length) const
  {
    row.result = row.standard = format_fixed(length.millimeters().value(), plan_.decimals);
    row.number = length.millimeters().value();
    row.unit = row.standard_unit = "mm";
  }

  void add_target(const PlannedLesion& lesion, const LesionAssessment* found)
  {
    const auto& term = lesion.lesion.nodal ? terms::short_axis : terms::longest_diameter;
    const auto state = state_of(found);
    const bool is_in_parts = state == LesionState::Split && !found->fragments.empty();
    const auto counted = found ? counted_length(*found, plan_.quantum) : std::nullopt;
    if (is_in_parts) add_parts(lesion, term, *found);
    else if (counted) add_length(lesion, term, state, *counted);
    else add_not_done(lesion, term, state);
  }

  void add_parts(const PlannedLesion& lesion, const Term& term, const LesionAssessment& found)
  {
    const auto parts = reported_fragments(found, plan_.quantum);
    for (std::size_t part = 0; part < parts.size(); ++part)
    {
      auto& row = add_row(lesion, term);
      row.link = part_link(lesion, part);
      set_length(row, parts[part]);
    }
  }

  void add_length(const PlannedLesion& lesion, const Term& term, LesionState state, ReportedLength length)
  {
    auto& row = add_row(lesion, term);
    row.link = link_at(plan_, lesion, t_);
    set_length(row, length);
    if (state != LesionState::TooSmall) return;
    row.result = "TOO SMALL TO MEASURE";
    row.unit.clear();
  }

  void add_not_done(const PlannedLesion& lesion, const Term& term, LesionState state)
  {
    const bool scanned = was_scanned(plan_.assessment().timepoints[t_]);
    auto& row = add_row(lesion, term);
    row.status = "NOT DONE";
    if (state == LesionState::MergedInto) row.reason = "TUMOR MERGED";
    else if (state == LesionState::NotEvaluable) row.reason = "NOT EVALUABLE";
    else row.reason = scanned ? "TUMOR NOT ASSESSED" : "SCAN NOT PERFORMED";
    if (state != LesionState::MergedInto) row.link = link_at(plan_, lesion, t_);
    if (scanned) return;
    row.method.clear();
    row.date.clear();
    row.day.reset();
  }

  void add_state(const PlannedLesion& lesion, const Term& term, const char* word)
  {
    auto& row = add_row(lesion, term);
    row.result = row.standard = word;
  }

  void add_non_target(const PlannedLesion& lesion, LesionState state)
  {
    const auto& term = lesion.lesion.nodal ? terms::node_state : terms::tumor_state;
    const bool progressed = state == LesionState::UnequivocalProgression;
    if (state == LesionState::NotEvaluable || state == LesionState::NotDone) return add_not_done(lesion, term, state);
    if (lesion.lesion.nodal) add_state(lesion, term, state == LesionState::Absent ? "NON-PATHOLOGICAL" : "PATHOLOGICAL");
    if (progressed) return add_state(lesion, terms::tumor_state, "ENLARGEMENT FROM NADIR");
    if (!lesion.lesion.nodal) add_state(lesion, term, state == LesionState::Absent ? "ABSENT" : "PRESENT");
  }

  void add_new(const PlannedLesion& lesion, LesionState state)
  {
    if (state == LesionState::NotEvaluable || state == LesionState::NotDone) return add_not_done(lesion, terms::tumor_state, state);
    add_state(lesion, terms::tumor_state,
              state == LesionState::Unequivocal ? "UNEQUIVOCAL"
              : state == LesionState::Equivocal ? "EQUIVOCAL"
                                                : "ABSENT");
  }

  static void add_reason(ResultRecord& row, const LesionAssessment& found)
  {
    row.reason_words = visible_text(found.reason);
    if (state_of(&found) == LesionState::NotEvaluable) row.reason_not_evaluable = reason_category(found.reason);
  }

  void add_imaging_rows(const PlannedLesion& lesion, const LesionAssessment& found)
  {
    if (found.volume)
    {
      auto& row = add_row(lesion, terms::volume);
      row.origin.measurement = "volume";
      row.result = row.standard = format_fixed(found.volume->value(), 3);
      row.number = parse_number(row.result);
      row.unit = row.standard_unit = "mL";
    }
    if (!found.tissue || !found.tissue->viable_diameter) return;
    auto& row = add_row(lesion, terms::viable_diameter);
    row.origin.measurement = "viable_diameter";
    row.reference = reference_of(found.tissue->viable_diameter, found);
    set_length(row, ReportedLength::rounded(found.tissue->viable_diameter->length, plan_.quantum));
  }

  const ReadingPlan& plan_;
  const Study& study_;
  std::size_t t_;
  std::vector<ResultRecord> rows_;
};
}  // namespace

std::vector<ResultRecord> results_of(const ReadingPlan& plan, const Study& study, std::size_t timepoint)
{
  Rows rows(plan, study, timepoint);
  for (const auto& lesion : plan.lesions) rows.add(lesion);
  return std::move(rows).take();
}
}  // namespace nadir::report::cdisc
