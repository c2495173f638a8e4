#include "report/document/spread.h"

#include <algorithm>
#include <numeric>

namespace nadir::report
{
namespace
{
/// Touching places that move together: the first lies at the mean of what its members wish for it.
struct Group
{
  double start_sum = 0.0;  ///< sum of (wish - distance from the group's start)
  std::size_t count = 0;
};

struct Line
{
  double distance = 0.0, lowest = 0.0, highest = 0.0;

  double start_of(const Group& group) const
  {
    const double length = distance * static_cast<double>(group.count - 1);
    return std::max(lowest, std::min(group.start_sum / static_cast<double>(group.count), highest - length));
  }

  bool are_apart(const Group& before, const Group& after) const
  {
    return start_of(before) + distance * static_cast<double>(before.count) <= start_of(after);
  }

  Group merged(const Group& before, const Group& after) const
  {
    return {before.start_sum + after.start_sum - distance * static_cast<double>(before.count * after.count), before.count + after.count};
  }
};

std::vector<std::size_t> order_of(const std::vector<double>& wishes)
{
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
  return order;
}

/// Pool adjacent violators: groups that touch become one, until none do.
void add_place(std::vector<Group>& groups, double wish, const Line& line)
{
  groups.push_back({wish, 1});
  while (groups.size() > 1 && !line.are_apart(groups[groups.size() - 2], groups.back()))
  {
    const Group last = groups.back();
    groups.pop_back();
    groups.back() = line.merged(groups.back(), last);
  }
}
}  // namespace

std::vector<double> spread_apart(const std::vector<double>& wishes, double distance, double lowest, double highest)
{
  const Line line{distance, lowest, highest};
  const auto order = order_of(wishes);
  std::vector<Group> groups;
  for (const std::size_t index : order) add_place(groups, wishes[index], line);
  std::vector<double> places(wishes.size());
  std::size_t next = 0;
  for (const Group& group : groups)
  {
    for (std::size_t k = 0; k < group.count; ++k) places[order[next++]] = line.start_of(group) + distance * static_cast<double>(k);
  }
  return places;
}
}  // namespace nadir::report
