#pragma once

#include <functional>

namespace nadir::segmentation::lesion
{
/// Calls work(0) ... work(count - 1), spread over threads (0 = as many as processors). Each call writes only what is its own, so
/// that the outcome does not depend on the number of threads. An exception of a call reaches the caller, and so does
/// WorkStopped when the caller's work is to stop.
void in_parallel(int count, int threads, const std::function<void(int)>& work);
}  // namespace nadir::segmentation::lesion
