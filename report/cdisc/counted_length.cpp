#include "report/cdisc/counted_length.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionState;
using measure::ReportedLength;

constexpr Millimeters too_small_by_default{5.0};  // rule T2

std::optional<Millimeters> raw_length(const measure::LesionAssessment& lesion)
{
  const auto& caliper = lesion.lesion.nodal && lesion.short_axis ? lesion.short_axis : lesion.longest_diameter;
  return caliper ? std::optional(caliper->length) : std::nullopt;
}
}  // namespace

LesionState state_of(const measure::LesionAssessment* lesion)
{
  if (!lesion) return LesionState::NotDone;
  return measure::parse_lesion_state(lesion->state).value_or(LesionState::NotDone);
}

std::vector<ReportedLength> reported_fragments(const measure::LesionAssessment& lesion, ReportedLength quantum)
{
  std::vector<ReportedLength> lengths;
  for (const auto fragment : lesion.fragments) lengths.push_back(ReportedLength::rounded(fragment, quantum));
  return lengths;
}

std::optional<ReportedLength> counted_length(const measure::LesionAssessment& lesion, ReportedLength quantum)
{
  const auto state = state_of(&lesion);
  if (state == LesionState::Absent) return ReportedLength{};
  if (state == LesionState::TooSmall) return ReportedLength::rounded(lesion.response_contribution.value_or(too_small_by_default), quantum);
  if (state == LesionState::Split && !lesion.fragments.empty())
  {
    ReportedLength sum;
    for (const auto length : reported_fragments(lesion, quantum)) sum += length;
    return sum;
  }
  const bool has_length = state == LesionState::Measured || state == LesionState::Split;
  const auto raw = has_length ? raw_length(lesion) : std::nullopt;
  return raw ? std::optional(ReportedLength::rounded(*raw, quantum)) : std::nullopt;
}
}  // namespace nadir::report::cdisc
