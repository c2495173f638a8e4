#pragma once

#include <string>
#include <string_view>

namespace nadir::imaging
{
/// The bytes as one gzip member (RFC 1952) without name and time, so that the same bytes always give the same file.
std::string gzip_of(std::string_view bytes);
}  // namespace nadir::imaging
