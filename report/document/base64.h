#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nadir::report
{
/// Base64 of RFC 4648 section 4, with padding, in one line.
std::string base64_of(std::string_view bytes);

/// The bytes of such a text; nothing when it is not exactly one.
std::optional<std::string> bytes_of_base64(std::string_view text);
}  // namespace nadir::report
