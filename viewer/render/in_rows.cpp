#include "viewer/render/in_rows.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace nadir::viewer
{
namespace
{
/// Threads that wait for the next picture: starting them anew for each takes longer than a small picture does.
class Helpers
{
public:
  static Helpers& instance()
  {
    static Helpers helpers(std::max(1U, std::thread::hardware_concurrency()) - 1);
    return helpers;
  }

  explicit Helpers(unsigned count)
  {
    for (unsigned n = 0; n < count; ++n) threads_.emplace_back([this](const std::stop_token& stop) { serve(stop); });
  }

  /// Calls `work` from here and from the helpers that wake up in time; returns when all are done. While another thread has the helpers,
  /// from here alone.
  void share(const std::function<void()>& work)
  {
    const std::unique_lock turn(turn_, std::try_to_lock);
    if (!turn || threads_.empty()) return work();
    {
      const std::lock_guard lock(mutex_);
      work_ = &work;
      ++round_;
    }
    wake_.notify_all();
    work();
    std::unique_lock lock(mutex_);
    work_ = nullptr;  // who comes now comes too late: nothing is left to do
    done_.wait(lock, [this] { return busy_ == 0; });
  }

private:
  void serve(const std::stop_token& stop)
  {
    std::uint64_t served = 0;
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [&] { return work_ != nullptr && round_ != served; }))
    {
      served = round_;
      const auto* work = work_;
      ++busy_;
      lock.unlock();
      (*work)();
      lock.lock();
      if (--busy_ == 0) done_.notify_one();
    }
  }

  std::mutex turn_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::condition_variable done_;
  const std::function<void()>* work_ = nullptr;
  std::uint64_t round_ = 0;
  std::size_t busy_ = 0;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};
}  // namespace

void in_rows(int height, const std::function<void(int first, int last)>& rows)
{
  constexpr int block = 32;
  std::atomic<int> next{0};
  const auto work = [&]() noexcept
  {
    for (int first = next.fetch_add(block); first < height; first = next.fetch_add(block)) rows(first, std::min(first + block, height));
  };
  if (height <= block) return work();
  Helpers::instance().share(work);
}
}  // namespace nadir::viewer
