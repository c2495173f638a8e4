#pragma once

#include <optional>
#include <string_view>

namespace nadir::reading
{
/// Reads digits with at most one point ("34.5", "3", ".5"), up to 15 digits: exactly the double that `parse_number` gives, several times
/// faster. Anything else, also what is no number, -> nullopt: ask `parse_number` then.
std::optional<double> parse_plain_number(std::string_view text);
}  // namespace nadir::reading
