#include "measure/response/criteria.h"

#include "measure/response/choi_mr/assess.h"
#include "measure/response/irecist/assess.h"
#include "measure/response/mrecist/assess.h"
#include "measure/response/viable_volume/assess.h"
#include "measure/response/volumetric/assess.h"
#include "measure/response/who/assess.h"
#include "measure/response/word_table.h"

namespace nadir::measure
{
namespace
{
constexpr detail::WordTable<Criterion, 6> words = {{{Criterion::Irecist, "irecist"},
                                                    {Criterion::Mrecist, "mrecist"},
                                                    {Criterion::ChoiMr, "choi_mr"},
                                                    {Criterion::Who, "who"},
                                                    {Criterion::Volumetric, "volumetric"},
                                                    {Criterion::ViableVolume, "viable_volume"}}};

std::optional<double> millimeters(const std::optional<ReportedLength>& length)
{
  return length ? std::optional(length->millimeters().value()) : std::nullopt;
}

CriterionResponse irecist_response(const PatientReadings& readings, const Protocol& protocol)
{
  CriterionResponse response{"iRECIST", "mm", "Seymour et al., Lancet Oncol 2017;18:e143-152", {}};
  const auto immune = irecist::assess(readings, protocol);
  const auto baseline_sum = millimeters(immune.timepoints.front().sum);
  for (const auto& at : immune.timepoints)
    response.timepoints.push_back({std::string(name_of(at.target)), std::string(irecist::name_of(at.overall)), millimeters(at.sum),
                                   baseline_sum, millimeters(at.nadir), at.finding});
  return response;
}
}  // namespace

std::string_view name_of(Criterion criterion) { return detail::word_of(words, criterion); }
std::optional<Criterion> parse_criterion(std::string_view word) { return detail::value_of(words, word); }

std::vector<Criterion> all_criteria()
{
  std::vector<Criterion> all;
  for (const auto& [criterion, word] : words) all.push_back(criterion);
  return all;
}

std::vector<CriterionResponse> assess_criterion(Criterion criterion, const PatientReadings& readings, const PatientResponse& recist,
                                                const Protocol& protocol)
{
  if (criterion == Criterion::Irecist) return {irecist_response(readings, protocol)};
  if (criterion == Criterion::Mrecist) return {mrecist::assess(readings, recist, protocol)};
  if (criterion == Criterion::ChoiMr) return {choi_mr::assess(readings, recist, protocol)};
  if (criterion == Criterion::Who) return {who::assess(readings, recist, protocol)};
  std::vector<CriterionResponse> responses;
  for (const auto& limits : protocol.volume_limits)
    responses.push_back(criterion == Criterion::Volumetric ? volumetric::assess(readings, recist, limits)
                                                           : viable_volume::assess(readings, recist, limits));
  return responses;
}
}  // namespace nadir::measure
