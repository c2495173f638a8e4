#pragma once

#include <functional>

namespace nadir::phantom
{
/// Calls work(0) ... work(count - 1), each once, on several threads (0 = as many as the machine has processors), and waits.
/// The calls must not depend on each other. An exception of a call is thrown again here.
void parallel_for(int count, int threads, const std::function<void(int)>& work);
}  // namespace nadir::phantom
