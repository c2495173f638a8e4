#include "measure/response/counterfactual.h"

#include <algorithm>

#include "measure/response/criteria.h"
#include "measure/response/recist_1_1/assess.h"
#include "measure/response/recist_1_1/overall_response.h"
#include "measure/response/recist_1_1/target_response.h"
#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure
{
namespace
{
using Words = std::vector<std::string>;

Words overall_words(const PatientResponse& response)
{
  Words words;
  for (const auto& at : response.timepoints) words.emplace_back(name_of(at.overall));
  return words;
}

PatientResponse plain(const PatientReadings& readings, const Protocol& protocol)
{
  return recist_1_1::assess(readings, protocol, Explain::No);
}

/// Lesions merged into the one that is taken away carry their mass themselves no longer: they count as not examined.
void forget_carrier(LesionReading& reading, const LesionId& carrier)
{
  if (reading.state != LesionState::MergedInto || reading.merged_into != carrier) return;
  reading = LesionReading{};
}

PatientReadings without(const PatientReadings& readings, std::size_t lesion)
{
  auto lesions = readings.lesions();
  auto timepoints = readings.timepoints();
  const auto id = lesions[lesion].lesion.id;
  const auto offset = static_cast<std::ptrdiff_t>(lesion);
  lesions.erase(lesions.begin() + offset);
  for (auto& timepoint : timepoints)
  {
    timepoint.lesions.erase(timepoint.lesions.begin() + offset);
    for (auto& reading : timepoint.lesions) forget_carrier(reading, id);
  }
  return PatientReadings::make(std::move(lesions), std::move(timepoints)).value();
}

PatientReadings with_missing(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint)
{
  auto timepoints = readings.timepoints();
  timepoints[timepoint].lesions[lesion] = LesionReading{};
  return PatientReadings::make(readings.lesions(), std::move(timepoints)).value();
}

Words words_when_missing(const PatientReadings& readings, std::size_t lesion, const Protocol& protocol)
{
  Words words = {""};
  for (std::size_t t = 1; t < readings.timepoints().size(); ++t)
    words.emplace_back(name_of(plain(with_missing(readings, lesion, t), protocol).timepoints[t].overall));
  return words;
}

/// The call of one time point with another nadir; everything else as it was.
Category overall_with_nadir(const PatientReadings& readings, const PatientResponse& response, std::size_t t, ReportedLength nadir,
                            const Protocol& protocol)
{
  const auto& at = response.timepoints[t];
  const auto sum = recist_1_1::target_sum(readings, t, protocol);
  const bool reappeared =
      at.had_complete_response && sum.any_present && protocol.switches.reappearance_after_complete_response_is_progression;
  const auto target = recist_1_1::target_response(
      {at.baseline_sum, nadir, at.measured_part, at.sum_is_complete, sum.all_gone, reappeared, at.partial_response_is_kept}, protocol);
  return recist_1_1::overall_response(target.category, at.non_target, at.new_lesion).category;
}

Words words_with_nadir_at(const PatientReadings& readings, const PatientResponse& response, std::size_t k, const Protocol& protocol)
{
  Words words(response.timepoints.size());
  for (auto t = k + 1; t < words.size(); ++t)
    words[t] = name_of(overall_with_nadir(readings, response, t, *response.timepoints[k].sum, protocol));
  return words;
}

void add_nadirs(std::vector<Counterfactual>& rows, const PatientReadings& readings, const PatientResponse& response,
                const Protocol& protocol)
{
  for (std::size_t k = 0; k + 1 < response.timepoints.size(); ++k)
    if (const auto& at = response.timepoints[k]; at.sum && response.timepoints.front().sum)
      rows.push_back({"nadir at time point " + std::to_string(at.sequence), words_with_nadir_at(readings, response, k, protocol)});
}

bool compares_something(const CriterionResponse& response)
{
  const auto& all = response.timepoints;
  return all.front().size.has_value() && std::any_of(all.begin() + 1, all.end(), [](const auto& at) { return at.size.has_value(); });
}

void add_criteria(std::vector<Counterfactual>& rows, const PatientReadings& readings, const PatientResponse& response,
                  const Protocol& protocol)
{
  for (const auto criterion : all_criteria())
    for (const auto& other : assess_criterion(criterion, readings, response, protocol))
    {
      if (!compares_something(other)) continue;
      Words words;
      for (const auto& at : other.timepoints) words.push_back(at.overall);
      rows.push_back({other.name, words});
    }
}
}  // namespace

std::vector<Counterfactual> counterfactuals(const PatientReadings& readings, const Protocol& protocol)
{
  const auto response = plain(readings, protocol);
  std::vector<Counterfactual> rows = {{"as read", overall_words(response)}};
  const auto& targets = readings.of_role(LesionRole::Target);
  const auto id = [&](std::size_t target) { return readings.lesions()[target].lesion.id.text(); };
  for (const auto target : targets) rows.push_back({"without " + id(target), overall_words(plain(without(readings, target), protocol))});
  for (const auto target : targets) rows.push_back({id(target) + " missing", words_when_missing(readings, target, protocol)});
  add_nadirs(rows, readings, response, protocol);
  add_criteria(rows, readings, response, protocol);
  return rows;
}
}  // namespace nadir::measure
