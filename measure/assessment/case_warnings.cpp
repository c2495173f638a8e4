#include "measure/assessment/case_warnings.h"

#include <algorithm>

namespace nadir::measure
{
namespace
{
bool hold_the_same_study(const TimepointImages& a, const TimepointImages& b)
{
  return std::any_of(
      a.scan.studies.begin(), a.scan.studies.end(),
      [&](const auto& study)
      { return std::any_of(b.scan.studies.begin(), b.scan.studies.end(), [&](const auto& other) { return other.uid == study.uid; }); });
}

std::string both(const TimepointImages& a, const TimepointImages& b)
{
  return "the time points \"" + a.label.text() + "\" and \"" + b.label.text() + "\" ";
}
}  // namespace

std::vector<std::string> case_warnings(const std::vector<const TimepointImages*>& timepoints)
{
  std::vector<std::string> warnings;
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    const auto &before = *timepoints[t - 1], &now = *timepoints[t];
    if (hold_the_same_study(before, now)) warnings.push_back(both(before, now) + "hold the same study");
    else if (!now.date.empty() && now.date == before.date)
      warnings.push_back(both(before, now) + "were taken on the same day: check that neither folder is the wrong one");
  }
  for (std::size_t t = 1; t < timepoints.size(); ++t)
  {
    const auto &first = *timepoints.front(), &now = *timepoints[t];
    if (!first.identity.name.empty() && !now.identity.name.empty() && first.identity.name != now.identity.name)
      warnings.push_back(both(first, now) + "give different patient names");
  }
  return warnings;
}

std::optional<std::string> not_looked_for_words(const TimepointAssessment& timepoint)
{
  const auto& lesions = timepoint.lesions;
  const auto is_followed = [](const LesionAssessment& lesion) { return lesion.evidence.source == "propagation"; };
  const auto is_new = [](const LesionAssessment& lesion) { return lesion.lesion.role == LesionRole::New && lesion.state != "NOT_DONE"; };
  if (std::none_of(lesions.begin(), lesions.end(), is_followed) || std::any_of(lesions.begin(), lesions.end(), is_new)) return std::nullopt;
  return "the program followed known lesions and looked for no new ones: \"no new lesion\" holds only once a reader has looked (a new "
         "lesion is progression)";
}
}  // namespace nadir::measure
