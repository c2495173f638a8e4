#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nadir::phantom
{
/// DICOM UID under the root 2.25 (a UUID written as one decimal number), derived from a name: same name and seed, same UID.
/// The version and variant bits are those of a name-based UUID of own making (version 8).
std::string uid_of(std::string_view name, std::uint64_t seed);
}  // namespace nadir::phantom
