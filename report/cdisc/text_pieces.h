#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nadir::report::cdisc
{
inline constexpr std::size_t longest_text = 200;  ///< bytes of a cell, as transport files and regulators have it

/// Cuts a text between characters into pieces that have 200 bytes at most, also when written as ASCII (`ascii_text`). None of an empty one.
std::vector<std::string> text_pieces(std::string_view text);
}  // namespace nadir::report::cdisc
