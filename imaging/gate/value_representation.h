#pragma once

#include <cstdint>
#include <string_view>

namespace nadir::imaging::detail
{
/// The two letters of a VR as one number.
using Vr = std::uint16_t;

constexpr Vr vr_of(std::string_view name)
{
  return static_cast<Vr>((static_cast<unsigned char>(name[0]) << 8) | static_cast<unsigned char>(name[1]));
}

namespace vr
{
inline constexpr Vr sq = vr_of("SQ");
inline constexpr Vr un = vr_of("UN");
inline constexpr Vr ob = vr_of("OB");
inline constexpr Vr ow = vr_of("OW");
}  // namespace vr

/// The name with static storage; "" for a number that is no VR of PS3.5 table 6.2-1.
std::string_view name_of_vr(Vr vr);

bool is_known(Vr vr);

/// True for VRs whose length field has 32 bits in explicit VR (PS3.5 table 7.1-1).
bool has_long_length(Vr vr);

/// True for VRs that carry characters.
bool is_text(Vr vr);

/// True for text that may hold a backslash as a character, so that it has one value (LT, ST, UT, UR).
bool is_single_text(Vr vr);
}  // namespace nadir::imaging::detail
