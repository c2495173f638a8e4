#pragma once

#include <string>
#include <string_view>

/// Names as people write them elsewhere: with other letters, other marks between their parts, or none. Texts are UTF-8; what is no UTF-8 is
/// read as ISO 8859-1.
namespace nadir::report
{
/// Small letters without marks: "Müller" -> "muller", "ŁÓDŹ" -> "lodz". Other scripts stay.
std::string folded(std::string_view text);

/// The same with letters spelled out as passports and keyboards without them do: "mueller", "soerensen".
std::string spelled_out(std::string_view text);

/// A folded text without anything but letters and digits: "zq-miller, john" -> "zqmillerjohn".
std::string squeezed(std::string_view folded_text);

/// Letters and digits, and every byte of a character beyond ASCII.
bool is_of_word(char c);
}  // namespace nadir::report
