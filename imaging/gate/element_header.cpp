#include "imaging/gate/element_header.h"

namespace nadir::imaging::detail
{
namespace
{
// Data sets start in a low group (PS3.6: 0008; DICOMDIR 0004; odd ones with private group 0001 or 0009).
constexpr std::uint32_t highest_first_group = 0x0010;

bool starts_in_low_group(const std::byte* bytes, bool big_endian)
{
  const auto group = read_16(bytes, big_endian);
  return group > 0 && group <= highest_first_group;
}
}  // namespace

std::optional<Encoding> encoding_at(const std::byte* bytes, std::uint64_t left)
{
  const bool little = starts_in_low_group(bytes, false), big = starts_in_low_group(bytes, true);
  if (is_known(read_vr(bytes)) && (little || big)) return Encoding{true, !little};
  const auto length = read_32(bytes + 4, false);
  if (little && (length == undefined_length || length <= left - short_header)) return Encoding{false, false};
  return std::nullopt;
}
}  // namespace nadir::imaging::detail
