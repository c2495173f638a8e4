#include "report/cdisc/disease_response.h"

#include <algorithm>

#include "report/cdisc/counted_length.h"
#include "report/cdisc/record_frame.h"
#include "report/cdisc/terms.h"

namespace nadir::report::cdisc
{
namespace
{
bool is_said(const std::string& word) { return !word.empty() && word != "NA" && word != "baseline"; }

/// "UNEQUIVOCAL", "EQUIVOCAL" or "" (no new lesion).
std::string new_lesion_word(const measure::TimepointAssessment& timepoint)
{
  const auto any = [&](measure::LesionState state)
  {
    return std::any_of(timepoint.lesions.begin(), timepoint.lesions.end(),
                       [&](const auto& lesion) { return lesion.lesion.role == measure::LesionRole::New && state_of(&lesion) == state; });
  };
  if (!timepoint.response.new_lesions.empty() || any(measure::LesionState::Unequivocal)) return "UNEQUIVOCAL";
  return any(measure::LesionState::Equivocal) ? "EQUIVOCAL" : "";
}
}  // namespace

std::vector<ResponseRecord> responses_of(const ReadingPlan& plan, std::string_view study, std::size_t timepoint)
{
  std::vector<ResponseRecord> rows;
  if (timepoint == 0) return rows;
  const auto add = [&](const Term& term, const std::string& word) -> void
  {
    if (!is_said(word)) return;
    auto& row = rows.emplace_back(framed<ResponseRecord>(plan, study, timepoint));
    row.code = term.code;
    row.test = term.name;
    row.result = word;
  };
  const auto& at = plan.assessment().timepoints[timepoint];
  add(terms::target_response, at.response.target_response);
  add(terms::non_target_response, at.response.non_target_response);
  add(terms::new_lesion_progression, new_lesion_word(at));
  add(terms::overall_response, at.response.overall_response);
  if (!rows.empty() && rows.back().code == terms::overall_response.code) rows.back().link_group = plan.link_group(timepoint);
  return rows;
}
}  // namespace nadir::report::cdisc
