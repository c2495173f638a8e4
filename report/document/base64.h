#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// Base64 of RFC 4648 section 4, with padding, in one line.
std::string base64_of(std::string_view bytes);
}  // namespace nadir::report
