#include "measure/response/recist_1_1/new_lesions.h"

#include <algorithm>

namespace nadir::measure::recist_1_1
{
namespace
{
LesionState state_at(const PatientReadings& readings, std::size_t lesion, std::size_t timepoint)
{
  return readings.timepoints()[timepoint].lesions[lesion].state;
}

bool is_gone(LesionState state) { return state == LesionState::None || state == LesionState::Absent; }

/// First follow-up from which the lesion, unequivocal at `proven`, was seen without being reported gone.
std::size_t first_seen(const PatientReadings& readings, std::size_t lesion, std::size_t proven)
{
  auto first = proven;
  for (auto i = proven; i-- > 1 && !is_gone(state_at(readings, lesion, i));)
    if (state_at(readings, lesion, i) == LesionState::Equivocal) first = i;
  return first;
}

void mark(NewLesions& at, std::size_t lesion, LesionState state)
{
  at.state = std::max(at.state, state);
  const auto& known = at.unequivocal;
  if (state == LesionState::Unequivocal && std::find(known.begin(), known.end(), lesion) == known.end()) at.unequivocal.push_back(lesion);
}

void backdate(std::vector<NewLesions>& all, const PatientReadings& readings, std::size_t lesion, std::size_t proven)
{
  for (auto i = first_seen(readings, lesion, proven); i < proven; ++i)
  {
    if (state_at(readings, lesion, i) != LesionState::Equivocal) continue;
    mark(all[i], lesion, LesionState::Unequivocal);
    if (std::find(all[i].backdated.begin(), all[i].backdated.end(), lesion) == all[i].backdated.end()) all[i].backdated.push_back(lesion);
  }
}

void follow(std::vector<NewLesions>& all, const PatientReadings& readings, std::size_t lesion, const Protocol& protocol)
{
  for (std::size_t i = 1; i < all.size(); ++i)
  {
    const auto state = state_at(readings, lesion, i);
    if (state == LesionState::Equivocal || state == LesionState::Unequivocal) mark(all[i], lesion, state);
    if (state == LesionState::Unequivocal && protocol.switches.equivocal_new_lesion_backdates) backdate(all, readings, lesion, i);
  }
}
}  // namespace

std::vector<NewLesions> new_lesions(const PatientReadings& readings, const Protocol& protocol)
{
  std::vector<NewLesions> all(readings.timepoints().size());
  for (const auto lesion : readings.of_role(LesionRole::New)) follow(all, readings, lesion, protocol);
  return all;
}
}  // namespace nadir::measure::recist_1_1
