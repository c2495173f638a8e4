#include "report/table/timepoint_order.h"

#include <algorithm>
#include <map>
#include <set>

namespace nadir::report
{
namespace
{
/// Labels with what must come before each.
class LabelOrder
{
public:
  void add(const measure::Assessment& assessment)
  {
    const std::string* before = nullptr;
    for (const auto& timepoint : assessment.timepoints)
    {
      const auto& label = timepoint.label.text();
      if (!earlier_.contains(label)) met_.push_back(label);
      auto& earlier = earlier_[label];
      if (before) earlier.insert(*before);
      before = &label;
    }
  }

  /// Labels in order; fewer than there are when some wait for each other.
  std::vector<std::string> ordered() const
  {
    std::vector<std::string> order;
    std::set<std::string> placed;
    const auto is_next = [&](const std::string& label)
    {
      const auto& earlier = earlier_.at(label);
      return !placed.contains(label) && std::includes(placed.begin(), placed.end(), earlier.begin(), earlier.end());
    };
    for (auto next = std::find_if(met_.begin(), met_.end(), is_next); next != met_.end();
         next = std::find_if(met_.begin(), met_.end(), is_next))
    {
      order.push_back(*next);
      placed.insert(*next);
    }
    return order;
  }
  std::size_t count() const { return met_.size(); }

private:
  std::vector<std::string> met_;
  std::map<std::string, std::set<std::string>> earlier_;
};
}  // namespace

std::optional<std::vector<std::string>> timepoint_order(const std::vector<const measure::Assessment*>& assessments)
{
  LabelOrder labels;
  for (const auto* assessment : assessments) labels.add(*assessment);
  auto order = labels.ordered();
  if (order.size() != labels.count()) return std::nullopt;
  return order;
}
}  // namespace nadir::report
