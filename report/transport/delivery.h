#pragma once

#include <string>
#include <string_view>

namespace nadir::report
{
/// What became of one object.
enum class Delivery
{
  Confirmed,  ///< the peer said that it has stored it, or was found to have it
  Refused,    ///< the peer answered and will not take it; trying again changes nothing
  Open,       ///< no answer: nothing is known, it stays in the queue
};
std::string_view name_of(Delivery delivery);

struct Outcome
{
  std::string sop_instance;
  Delivery delivery = Delivery::Open;
  std::string words;  ///< the peer's answer, or why there was none
};
}  // namespace nadir::report
