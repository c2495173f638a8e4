#include "viewer/render/in_rows.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace nadir::viewer
{
void in_rows(int height, const std::function<void(int first, int last)>& rows)
{
  constexpr int block = 32;
  std::atomic<int> next{0};
  const auto work = [&]() noexcept
  {
    for (int first = next.fetch_add(block); first < height; first = next.fetch_add(block)) rows(first, std::min(first + block, height));
  };
  const int blocks = (height + block - 1) / block;
  const int helpers = std::min(static_cast<int>(std::thread::hardware_concurrency()), blocks) - 1;
  std::vector<std::jthread> threads;
  for (int n = 0; n < helpers; ++n) threads.emplace_back(work);
  work();
}
}  // namespace nadir::viewer
