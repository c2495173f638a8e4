#include "imaging/dicom/worker/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <ctime>

namespace nadir::imaging::worker
{
namespace
{
#if defined(__SANITIZE_ADDRESS__)
constexpr bool under_address_sanitizer = true;
#elif defined(__has_feature)
constexpr bool under_address_sanitizer = __has_feature(address_sanitizer);
#else
constexpr bool under_address_sanitizer = false;
#endif

void set_both(__rlimit_resource resource, rlim_t value)
{
  const rlimit limit{value, value};
  ::setrlimit(resource, &limit);
}

/// Only the soft limit, which the next request may set again.
void set_soft(__rlimit_resource resource, rlim_t value)
{
  rlimit limit{};
  ::getrlimit(resource, &limit);
  limit.rlim_cur = value < limit.rlim_max ? value : limit.rlim_max;
  ::setrlimit(resource, &limit);
}

rlim_t cpu_seconds_used()
{
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<rlim_t>(used.tv_sec);
}
}  // namespace

bool confine(std::uint64_t address_space_bytes, long parent)
{
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_both(RLIMIT_CORE, 0);
  set_both(RLIMIT_NOFILE, 16);
  if (!under_address_sanitizer && address_space_bytes > 0) set_both(RLIMIT_AS, address_space_bytes);
  return ::getppid() == parent;
}

void limit_request(std::uint32_t cpu_seconds, std::uint64_t output_bytes)
{
  set_soft(RLIMIT_CPU, cpu_seconds_used() + cpu_seconds + 1);
  set_soft(RLIMIT_FSIZE, output_bytes);
}
}  // namespace nadir::imaging::worker
