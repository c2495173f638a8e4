#pragma once

#include <chrono>
#include <cstdint>

#include "report/transport/dimse_message.h"
#include "report/transport/receiving_folder.h"

namespace nadir::report
{
/// Watches one object while it comes: whether a person stops, and whether it is more, or slower, than a fetch takes.
class ArrivalWatch
{
public:
  explicit ArrivalWatch(const ReceivingFolder& folder) : folder_(folder) {}

  /// After so many more bytes: Whole to go on, Stopped or TooMuch.
  Arrival add(std::uintmax_t bytes);

  /// Asks whether to go on, a few times a second however often it is called.
  bool asks_to_stop(std::size_t left);

private:
  using Clock = std::chrono::steady_clock;
  const ReceivingFolder& folder_;
  Clock::time_point begun_ = Clock::now(), asked_ = begun_;
  std::uintmax_t bytes_ = 0;
};
}  // namespace nadir::report
