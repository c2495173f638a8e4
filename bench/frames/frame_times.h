#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <vector>

namespace nadir::bench
{
/// Times of many frames, milliseconds.
struct FrameTimes
{
  double median = 0.0;
  double p99 = 0.0;
  double processor = 0.0;  ///< mean time of all processors together: what a machine that is busy otherwise leaves as it is
};

/// Calls `frame(n)` for n = 0 .. frames - 1 and takes the time of each; the first ten warm caches and do not count.
inline FrameTimes time_frames(int frames, const std::function<void(int)>& frame)
{
  std::vector<double> times;
  std::clock_t processor_start = 0;
  for (int n = 0; n < frames + 10; ++n)
  {
    if (n == 10) processor_start = std::clock();
    const auto start = std::chrono::steady_clock::now();
    frame(n);
    const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
    if (n >= 10) times.push_back(passed.count());
  }
  const double processor = 1000.0 * static_cast<double>(std::clock() - processor_start) / CLOCKS_PER_SEC / frames;
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times[static_cast<std::size_t>(0.99 * static_cast<double>(times.size() - 1))], processor};
}
}  // namespace nadir::bench
