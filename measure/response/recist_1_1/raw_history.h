#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "measure/response/confirmation.h"

namespace nadir::measure::recist_1_1
{
/// T12s: "once PR has been assigned and confirmed": whether one of the visits is a PR that another confirms (R3, R7).
bool any_partial_response_is_confirmed(const std::vector<Visit>& visits, const ConfirmationRules& rules);

/// The same question for many courses that share their beginnings: each different course is asked once.
class RawHistory
{
public:
  using Place = std::size_t;  ///< a course so far; 0 = no visit yet

  explicit RawHistory(const ConfirmationRules& rules) : rules_(rules), nodes_(1) {}

  /// The course at `from` with one more visit.
  Place after(Place from, const Visit& visit);
  bool is_confirmed(Place place) const { return nodes_[place].is_confirmed; }

private:
  struct Node
  {
    Place before = 0;
    Visit visit;
    bool is_confirmed = false;
    std::map<std::pair<std::optional<CalendarDay>, Category>, Place> next;
  };
  bool confirmed_at(Place place) const;

  const ConfirmationRules& rules_;
  std::vector<Node> nodes_;
};
}  // namespace nadir::measure::recist_1_1
