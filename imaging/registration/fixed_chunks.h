#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

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
/// these are added in the order of their numbers. `work` must not throw.
template <class Work> void for_fixed_chunks(std::size_t count, const Work& work)
{
  std::atomic<std::size_t> next{0};
  const auto run = [&]
  {
    for (std::size_t n = next++; n < fixed_chunk_count; n = next++)
      work(Chunk{n, count * n / fixed_chunk_count, count * (n + 1) / fixed_chunk_count});
  };
  const std::size_t threads = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), fixed_chunk_count);
  std::vector<std::jthread> others;
  for (std::size_t n = 1; n < threads; ++n) others.emplace_back(run);
  run();
}
}  // namespace nadir::imaging
