#include "measure/response/confirmation.h"

#include "imaging/result/expects.h"

namespace nadir::measure
{
namespace
{
/// Walks from the first response to its confirmation and counts what lies between.
class Walk
{
public:
  Walk(const Visit& first, const ConfirmationRules& rules) : first_(first), rules_(rules) {}

  bool is_confirmed_by(const Visit& visit) const
  {
    return repeats_response(visit.category) && first_.date && visit.date && days_between(*first_.date, *visit.date) >= rules_.minimum_days;
  }

  /// Whether the visit may lie between response and confirmation.
  bool passes(const Visit& visit)
  {
    if (repeats_response(visit.category))
    {
      complete_response_seen_ = complete_response_seen_ || visit.category == Category::CompleteResponse;
      return true;
    }
    if (visit.category == Category::NotEvaluable) return ++not_evaluable_ <= rules_.maximum_not_evaluable_between;
    const bool accepted = first_.category == Category::PartialResponse && rules_.stable_between_partial_confirms;
    return visit.category == Category::StableDisease && accepted && ++stable_ <= 1;
  }

private:
  bool repeats_response(Category category) const
  {
    if (category == Category::CompleteResponse) return true;
    return category == Category::PartialResponse && first_.category == Category::PartialResponse && !complete_response_seen_;
  }

  const Visit& first_;
  const ConfirmationRules& rules_;
  int not_evaluable_ = 0;
  int stable_ = 0;
  bool complete_response_seen_ = false;
};
}  // namespace

std::optional<std::size_t> confirming_visit(const std::vector<Visit>& visits, std::size_t first, const ConfirmationRules& rules)
{
  NADIR_EXPECTS(first < visits.size());
  const auto category = visits[first].category;
  if (category != Category::CompleteResponse && category != Category::PartialResponse) return std::nullopt;
  Walk walk(visits[first], rules);
  for (auto i = first + 1; i < visits.size(); ++i)
  {
    if (walk.is_confirmed_by(visits[i])) return i;
    if (!walk.passes(visits[i])) return std::nullopt;
  }
  return std::nullopt;
}
}  // namespace nadir::measure
