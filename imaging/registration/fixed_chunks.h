#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "imaging/result/stop_request.h"

namespace nadir::imaging
{
/// Part of a range: elements first to last - 1.
struct Chunk
{
  std::size_t number = 0;
  std::size_t first = 0;
  std::size_t last = 0;
};

inline constexpr std::size_t fixed_chunk_count = 16;

/// Cuts 0..count - 1 into fixed_chunk_count parts and works on them with as many threads as the machine has processors.
///
/// The cut depends on the count alone. Sums stay the same whatever the number of threads when each chunk has its own accumulator and
/// these are added in the order of their numbers. `work` must not throw. Left between chunks when the caller's work is to stop
/// (WorkStopped).
template <class Work> void for_fixed_chunks(std::size_t count, const Work& work)
{
  std::atomic<std::size_t> next{0};
  std::atomic<bool> is_left{false};
  const StopQuestion asked = stop_question();
  const auto run = [&]
  {
    for (std::size_t n = next++; n < fixed_chunk_count && !is_left; n = next++)
      if (asked && asked()) is_left = true;
      else work(Chunk{n, count * n / fixed_chunk_count, count * (n + 1) / fixed_chunk_count});
  };
  {
    const std::size_t threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), fixed_chunk_count);
    std::vector<std::jthread> others;
    for (std::size_t n = 1; n < threads; ++n) others.emplace_back(run);
    run();
  }
  if (is_left) throw WorkStopped{};
}
}  // namespace nadir::imaging
