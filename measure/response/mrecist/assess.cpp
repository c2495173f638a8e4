#include "measure/response/mrecist/assess.h"

#include "measure/response/recist_1_1/target_sum.h"

namespace nadir::measure::mrecist
{
namespace
{
std::optional<ReportedLength> viable_length(const PatientReadings& readings, std::size_t target, std::size_t timepoint,
                                            const Protocol& protocol)
{
  const auto& reading = readings.timepoints()[timepoint].lesions[target];
  const bool has_line = reading.state == LesionState::Measured || reading.state == LesionState::Split;
  if (readings.lesions()[target].lesion.nodal || !has_line) return recist_1_1::contribution_of(readings, target, timepoint, protocol);
  if (!reading.viable_diameter) return std::nullopt;
  return ReportedLength::rounded(*reading.viable_diameter, protocol.length_quantum);
}

SizeVisit visit_of(const PatientReadings& readings, std::size_t timepoint, const Protocol& protocol)
{
  SizeVisit visit;
  bool complete = true, gone = true;
  for (const auto target : readings.of_role(LesionRole::Target))
  {
    const auto length = viable_length(readings, target, timepoint, protocol);
    complete = complete && length;
    if (!length) continue;
    visit.part = visit.part.value_or(0) + length->micrometers();
    gone = gone && (readings.lesions()[target].lesion.nodal ? *length < protocol.target.normal_node_below : *length == ReportedLength{});
  }
  if (complete) visit.complete = visit.part;
  visit.all_gone = gone && visit.complete;
  return visit;
}
}  // namespace

CriterionResponse assess(const PatientReadings& readings, const PatientResponse& recist, const Protocol& protocol)
{
  const CriterionName name{"mRECIST-like (exploratory)", "mm", "Lencioni and Llovet, Semin Liver Dis 2010;30:52-60", "X7", 1000.0};
  std::vector<SizeVisit> visits;
  for (std::size_t i = 0; i < readings.timepoints().size(); ++i) visits.push_back(visit_of(readings, i, protocol));
  return respond_by_size(name, visits, {300, 200, 0}, recist);
}
}  // namespace nadir::measure::mrecist
