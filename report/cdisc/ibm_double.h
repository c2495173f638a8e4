#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace nadir::report::cdisc
{
using IbmDouble = std::array<std::uint8_t, 8>;

/// The number missing of SAS, ".".
inline constexpr IbmDouble ibm_missing{0x2E, 0, 0, 0, 0, 0, 0, 0};

/// A number as a System/370 hexadecimal double, big-endian, as SAS transport files hold it: sign, exponent of 16 in excess of 64, 56 bits
/// of fraction. Exact for every finite double from 5.4e-79 to 7.2e75 and 0; expects such a number.
IbmDouble to_ibm_double(double value);

/// The number of such bytes; none for a missing value of any kind (., ._, .A to .Z).
std::optional<double> from_ibm_double(const IbmDouble& bytes);
}  // namespace nadir::report::cdisc
