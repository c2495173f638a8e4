#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nadir::measure::discordance
{
/// Literature for and against giving a flag weight. Both sides are always there.
struct Literature
{
  std::vector<std::string> supporting;
  std::vector<std::string> opposing;
};

/// Literature of a flag by its rule number, "F1" to "F8". An unknown number is a bug.
Literature literature_of(std::string_view rule);
}  // namespace nadir::measure::discordance
