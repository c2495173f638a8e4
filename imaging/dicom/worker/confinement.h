#pragma once

#include <cstdint>

namespace nadir::imaging::worker
{
/// Takes from this process what a decoder does not need: more than `address_space_bytes` of memory (not under AddressSanitizer,
/// which reserves terabytes), core files, new files, new privileges, and life after its parent. False when the parent is already gone.
bool confine(std::uint64_t address_space_bytes, long parent);

/// Limits of one request, counted from now. Beyond them the kernel ends the process.
void limit_request(std::uint32_t cpu_seconds, std::uint64_t output_bytes);
}  // namespace nadir::imaging::worker
