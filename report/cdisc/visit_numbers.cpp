#include "report/cdisc/visit_numbers.h"

#include <map>
#include <string>

#include "report/cdisc/cdisc_error.h"
#include "report/table/timepoint_order.h"
#include "report/table/visible_text.h"

namespace nadir::report::cdisc
{
Result<Done> number_visits(std::vector<ReadingPlan>& plans)
{
  std::vector<const measure::Assessment*> assessments;
  for (const auto& plan : plans) assessments.push_back(&plan.assessment());
  const auto order = timepoint_order(assessments);
  if (!order)
    return Failure{CdiscError::VisitsUnordered,
                   "the subjects have the same time points in different orders (VISITNUM could not be one number for each). "
                   "Give time points that mean the same visit the same label, and others another one."};
  std::map<std::string, int> numbers;
  for (const auto& label : *order) numbers.emplace(label, static_cast<int>(numbers.size()) + 1);
  for (auto& plan : plans)
    for (const auto& timepoint : plan.assessment().timepoints)
      plan.visits.push_back({numbers[timepoint.label.text()], visible_text(timepoint.label.text())});
  return Done{};
}
}  // namespace nadir::report::cdisc
