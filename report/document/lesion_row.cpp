#include "report/document/lesion_row.h"

#include <algorithm>

namespace nadir::report
{
namespace
{
LesionRow& row_of(std::vector<LesionRow>& rows, const measure::Lesion& lesion, std::size_t timepoints)
{
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const LesionRow& row) { return row.lesion->id == lesion.id; });
  if (found != rows.end()) return *found;
  return rows.emplace_back(LesionRow{&lesion, std::vector<const measure::LesionAssessment*>(timepoints, nullptr)});
}
}  // namespace

std::vector<LesionRow> lesion_rows(const measure::Assessment& assessment)
{
  std::vector<LesionRow> rows;
  const std::size_t count = assessment.timepoints.size();
  for (std::size_t t = 0; t < count; ++t)
  {
    for (const auto& lesion : assessment.timepoints[t].lesions) row_of(rows, lesion.lesion, count).at_timepoint[t] = &lesion;
  }
  std::stable_sort(rows.begin(), rows.end(), [](const LesionRow& a, const LesionRow& b) { return a.lesion->role < b.lesion->role; });
  return rows;
}

std::optional<Millimeters> counted_length(const measure::LesionAssessment& lesion)
{
  if (lesion.response_contribution) return lesion.response_contribution;
  const auto& caliper = lesion.lesion.nodal ? lesion.short_axis : lesion.longest_diameter;
  return caliper ? std::optional(caliper->length) : std::nullopt;
}
}  // namespace nadir::report
