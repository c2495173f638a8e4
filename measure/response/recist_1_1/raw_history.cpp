#include "measure/response/recist_1_1/raw_history.h"

#include <algorithm>

namespace nadir::measure::recist_1_1
{
bool any_partial_response_is_confirmed(const std::vector<Visit>& visits, const ConfirmationRules& rules)
{
  for (std::size_t i = 0; i < visits.size(); ++i)
    if (visits[i].category == Category::PartialResponse && confirming_visit(visits, i, rules)) return true;
  return false;
}

RawHistory::Place RawHistory::after(Place from, const Visit& visit)
{
  const auto [known, is_new] = nodes_[from].next.try_emplace({visit.date, visit.category}, nodes_.size());
  const auto place = known->second;
  if (!is_new) return place;
  nodes_.push_back({from, visit, false, {}});
  nodes_[place].is_confirmed = confirmed_at(place);
  return place;
}

bool RawHistory::confirmed_at(Place place) const
{
  std::vector<Visit> visits;
  for (; place != 0; place = nodes_[place].before) visits.push_back(nodes_[place].visit);
  std::reverse(visits.begin(), visits.end());
  return any_partial_response_is_confirmed(visits, rules_);
}
}  // namespace nadir::measure::recist_1_1
