#include "report/document/spread.h"

#include <algorithm>
#include <numeric>

namespace nadir::report
{
std::vector<double> spread_apart(const std::vector<double>& wishes, double distance, double lowest, double highest)
{
  std::vector<std::size_t> order(wishes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });

  // Groups of touching places, each about the mean of its members' wishes (pool adjacent violators).
  struct Group
  {
    double start_sum = 0.0;  // sum of (wish - offset in the group)
    std::size_t count = 0;
    double start() const { return start_sum / static_cast<double>(count); }
  };
  const auto placed = [&](const Group& group)
  {
    const double length = distance * static_cast<double>(group.count - 1);
    return std::max(lowest, std::min(group.start(), highest - length));
  };
  std::vector<Group> groups;
  for (const std::size_t index : order)
  {
    groups.push_back({wishes[index], 1});
    while (groups.size() > 1)
    {
      const Group last = groups.back();
      Group& before = groups[groups.size() - 2];
      if (placed(before) + distance * static_cast<double>(before.count) <= placed(last)) break;
      before.start_sum += last.start_sum - distance * static_cast<double>(before.count * last.count);
      before.count += last.count;
      groups.pop_back();
    }
  }

  std::vector<double> places(wishes.size());
  std::size_t next = 0;
  for (const Group& group : groups)
  {
    for (std::size_t k = 0; k < group.count; ++k) places[order[next++]] = placed(group) + distance * static_cast<double>(k);
  }
  return places;
}
}  // namespace nadir::report
