#pragma once

#include <vector>

namespace nadir::report
{
/// Moves places on a line apart until neighbours are at least `distance` from each other and all lie in [lowest, highest] (as far as
/// they fit), each as little as possible from where it wanted to be. Order by wish is kept; answers in the order given.
std::vector<double> spread_apart(const std::vector<double>& wishes, double distance, double lowest, double highest);
}  // namespace nadir::report
