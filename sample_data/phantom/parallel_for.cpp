#include "sample_data/phantom/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace nadir::phantom
{
void parallel_for(int count, int threads, const std::function<void(int)>& work)
{
  std::atomic<int> next{0};
  std::exception_ptr first_error;
  std::mutex error_guard;
  const auto run = [&]
  {
    try
    {
      for (int n = next++; n < count; n = next++) work(n);
    }
    catch (...)
    {
      const std::lock_guard lock(error_guard);
      if (!first_error) first_error = std::current_exception();
    }
  };
  const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  {
    std::vector<std::jthread> pool;
    for (int n = 1; n < std::min(wanted, count); ++n) pool.emplace_back(run);
    run();
  }
  if (first_error) std::rethrow_exception(first_error);
}
}  // namespace nadir::phantom
