#include "segmentation/lesion/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "imaging/result/stop_request.h"

namespace nadir::segmentation::lesion
{
namespace
{
/// The next number to work on, and what went wrong first.
struct Queue
{
  std::atomic<int> next{0};
  std::mutex lock;
  std::exception_ptr failed;
  const StopQuestion asked = stop_question();
};

void drain(Queue& queue, int count, const std::function<void(int)>& work)
{
  try
  {
    for (int n = queue.next++; n < count; n = queue.next++)
    {
      if (queue.asked && queue.asked()) throw WorkStopped{};
      work(n);
    }
  }
  catch (...)
  {
    const std::lock_guard guard(queue.lock);
    if (!queue.failed) queue.failed = std::current_exception();
    queue.next = count;
  }
}
}  // namespace

void in_parallel(int count, int threads, const std::function<void(int)>& work)
{
  const int wanted = threads > 0 ? threads : static_cast<int>(std::thread::hardware_concurrency());
  Queue queue;
  std::vector<std::thread> helpers;
  for (int n = 1; n < std::min(std::clamp(wanted, 1, 16), count); ++n) helpers.emplace_back([&] { drain(queue, count, work); });
  drain(queue, count, work);
  for (auto& helper : helpers) helper.join();
  if (queue.failed) std::rethrow_exception(queue.failed);
}
}  // namespace nadir::segmentation::lesion
