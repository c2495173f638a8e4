#include "measure/response/reader_comparison/mixture.h"

#include <algorithm>

#include "measure/response/assessed_readings.h"

namespace nadir::measure::reader_comparison
{
namespace
{
/// One lesion through all time points.
struct Column
{
  Lesion lesion;
  std::vector<LesionAssessment> at;
};

/// As of a lesion that was not examined.
LesionAssessment nothing_of(const Lesion& lesion)
{
  LesionAssessment nothing;
  nothing.lesion = lesion;
  return nothing;
}

LesionAssessment seen_at(const TimepointAssessment& timepoint, const Lesion& lesion)
{
  const auto* found = find_lesion(timepoint, lesion.id);
  return found ? *found : nothing_of(lesion);
}

std::vector<Column> columns_of(const Assessment& assessment)
{
  std::vector<Column> columns;
  for (const auto& lesion : lesions_of(assessment))
  {
    auto& column = columns.emplace_back(Column{lesion, {}});
    for (const auto& timepoint : assessment.timepoints) column.at.push_back(seen_at(timepoint, lesion));
  }
  return columns;
}

std::optional<PatientReadings> valid(Result<PatientReadings> readings)
{
  return readings ? std::optional(std::move(*readings)) : std::nullopt;
}

/// Time points of `dates` with these lesions.
std::optional<PatientReadings> readings_from(const Assessment& dates, const std::vector<Column>& columns)
{
  Assessment mixed;
  for (std::size_t t = 0; t < dates.timepoints.size(); ++t)
  {
    auto& timepoint = mixed.timepoints.emplace_back();
    timepoint.label = dates.timepoints[t].label;
    timepoint.date = dates.timepoints[t].date;
    for (const auto& column : columns) timepoint.lesions.push_back(column.at[t]);
  }
  return valid(readings_of(mixed));
}

LesionId of_second(const LesionId& id) { return id.empty() ? id : LesionId{"2:" + id.text()}; }

void set_id(Column& column, const LesionId& id)
{
  column.lesion.id = id;
  for (auto& seen : column.at) seen.lesion.id = id;
}

/// A lesion that was merged into one that is not there any more carries its mass itself: it counts as not examined.
void forget_carrier(std::vector<Column>& columns, const LesionId& carrier)
{
  for (auto& column : columns)
    for (auto& seen : column.at)
      if (!seen.merged_into.empty() && seen.merged_into == carrier) seen = nothing_of(column.lesion);
}

void erase(std::vector<Column>& columns, const LesionId& lesion)
{
  std::erase_if(columns, [&](const Column& column) { return column.lesion.id == lesion; });
  forget_carrier(columns, lesion);
}

/// What the first reader calls a lesion of the second.
LesionId first_name(const std::vector<LesionMatch>& matches, const LesionId& id)
{
  for (const auto& match : matches)
    if (match.second && match.first && match.second->id == id) return match.first->id;
  return {};
}
}  // namespace

std::optional<PatientReadings> Mixture::as_first() const { return valid(readings_of(first_)); }

std::optional<PatientReadings> Mixture::as_second() const { return valid(readings_of(second_)); }

std::optional<PatientReadings> Mixture::with_lengths_of(const LesionMatch& match) const
{
  auto columns = columns_of(first_);
  const auto column = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.lesion.id == match.first->id; });
  for (std::size_t t = 0; t < column->at.size(); ++t)
  {
    auto seen = seen_at(second_.timepoints[t], *match.second);
    seen.lesion = column->lesion;
    seen.merged_into = first_name(matches_, seen.merged_into);
    column->at[t] = std::move(seen);
  }
  return readings_from(first_, columns);
}

std::optional<PatientReadings> Mixture::without(const LesionId& lesion) const
{
  auto columns = columns_of(first_);
  erase(columns, lesion);
  return readings_from(first_, columns);
}

std::optional<PatientReadings> Mixture::with_role_of_second(LesionRole role) const
{
  auto columns = columns_of(first_);
  for (const auto& match : matches_)
    if (match.first && (match.first->role == role || (match.second && match.second->role == role))) erase(columns, match.first->id);
  for (auto& column : columns_of(second_))
  {
    if (column.lesion.role != role) continue;
    set_id(column, of_second(column.lesion.id));
    for (auto& seen : column.at) seen.merged_into = of_second(seen.merged_into);
    columns.push_back(std::move(column));
  }
  return readings_from(first_, columns);
}
}  // namespace nadir::measure::reader_comparison
