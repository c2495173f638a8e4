#include "report/cdisc/lineage_links.h"

#include "report/cdisc/counted_length.h"

namespace nadir::report::cdisc
{
namespace
{
using measure::LesionState;

/// The lesion that carries the mass of a merged one; `check_reading` made sure that there is one.
LesionId carrier_of(const ReadingPlan& plan, LesionId id, std::size_t timepoint)
{
  for (const auto* at = plan.find(id, timepoint); state_of(at) == LesionState::MergedInto; at = plan.find(id, timepoint))
    id = at->merged_into;
  return id;
}
}  // namespace

std::vector<const PlannedLesion*> merged_into(const ReadingPlan& plan, const PlannedLesion& carrier, std::size_t timepoint)
{
  std::vector<const PlannedLesion*> merged;
  for (const auto& lesion : plan.lesions)
  {
    const bool is_merged = state_of(plan.find(lesion.lesion.id, timepoint)) == LesionState::MergedInto;
    if (is_merged && carrier_of(plan, lesion.lesion.id, timepoint) == carrier.lesion.id) merged.push_back(&lesion);
  }
  return merged;
}

std::string link_at(const ReadingPlan& plan, const PlannedLesion& lesion, std::size_t timepoint)
{
  auto link = lesion.link;
  if (lesion.lesion.role != measure::LesionRole::Target) return link;
  for (const auto* merged : merged_into(plan, lesion, timepoint)) link += "/" + merged->link;
  return link;
}

std::string part_link(const PlannedLesion& lesion, std::size_t part) { return lesion.link + "." + std::to_string(part + 1); }
}  // namespace nadir::report::cdisc
