#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "imaging/gate/dicom_file.h"
#include "tests/support/gate_invariants.h"

// Fuzz target of the gate. Oracle: whatever is accepted keeps the promises of gate_invariants.h, and a second parse is alike;
// whatever is refused has a code and a message. Time and memory are watched by libFuzzer (-timeout, -rss_limit_mb).
namespace
{
using namespace nadir::imaging;

void require(bool holds, const std::string& promise)
{
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
  std::abort();
}

std::vector<std::byte> copy_of(const std::uint8_t* data, std::size_t size)
{
  const auto* bytes = reinterpret_cast<const std::byte*>(data);
  return {bytes, bytes + size};
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
  const auto first = DicomFile::parse(copy_of(data, size));
  const auto second = DicomFile::parse(copy_of(data, size));
  require(first.has_value() == second.has_value(), "two parses, two verdicts");
  if (!first)
  {
    require(first.failure().code().starts_with("gate.") && !first.failure().message().empty(), "a refusal without reason");
    require(first.failure().message() == second.failure().message(), "two parses, two reasons");
    return 0;
  }
  const auto broken = nadir::testing::broken_invariant(*first, GateLimits{});
  require(broken.empty(), broken);
  require(nadir::testing::are_alike(*first, *second), "two parses, two contents");
  return 0;
}
