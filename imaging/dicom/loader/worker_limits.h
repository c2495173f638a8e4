#pragma once

#include <chrono>
#include <cstdint>

namespace nadir::imaging
{
/// Limits of one loader worker.
struct WorkerLimits
{
  std::uint64_t address_space_bytes = std::uint64_t{1} << 30;
  /// Longest work on one frame: this plus one second per 16 million pixels of a frame, as processor time of the worker. A worker
  /// that gets no processor time at all is ended after five times as long, any worker after forty times. So a busy machine
  /// refuses no good file.
  std::chrono::milliseconds silence{1500};
};
}  // namespace nadir::imaging
