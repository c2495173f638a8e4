#include "report/transport/arrival_watch.h"

namespace nadir::report
{
Arrival ArrivalWatch::add(std::uintmax_t bytes)
{
  bytes_ += bytes;
  if (!folder_.has_room_for(bytes_) || Clock::now() - begun_ > std::chrono::seconds(folder_.limits().object_seconds))
    return Arrival::TooMuch;
  return asks_to_stop(0) ? Arrival::Stopped : Arrival::Whole;
}

bool ArrivalWatch::asks_to_stop(std::size_t left)
{
  constexpr auto between_questions = std::chrono::milliseconds(200);
  const auto now = Clock::now();
  if (now - asked_ < between_questions) return false;
  asked_ = now;
  return !folder_.goes_on(left);
}
}  // namespace nadir::report
