#pragma once

#include <mutex>
#include <optional>

#include "imaging/result/result.h"

namespace nadir::phantom
{
/// Keeps the first failure of work done by several threads.
class FirstFailure
{
public:
  void note(const Result<Done>& result)
  {
    const std::lock_guard lock(guard_);
    if (!result && !failure_) failure_ = result.failure();
  }

  /// The failure, or success when none was noted. Call it after the work is done.
  Result<Done> outcome() const { return failure_ ? Result<Done>{*failure_} : Result<Done>{Done{}}; }

private:
  std::mutex guard_;
  std::optional<Failure> failure_;
};
}  // namespace nadir::phantom
