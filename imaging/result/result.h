#pragma once

#include <utility>
#include <variant>

#include "imaging/result/expects.h"
#include "imaging/result/failure.h"

namespace nadir
{
/// A value, or the reason why there is none. Reading value() of a failed result, or failure() of a good one, is a bug.
template <class T> class [[nodiscard]] Result
{
public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : state_(std::in_place_index<1>, std::move(failure)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const&
  {
    NADIR_EXPECTS(has_value());
    return std::get<0>(state_);
  }
  T& value() &
  {
    NADIR_EXPECTS(has_value());
    return std::get<0>(state_);
  }
  T&& value() &&
  {
    NADIR_EXPECTS(has_value());
    return std::get<0>(std::move(state_));
  }
  const Failure& failure() const
  {
    NADIR_EXPECTS(!has_value());
    return std::get<1>(state_);
  }

  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

private:
  std::variant<T, Failure> state_;
};

/// What a successful action without a value returns: `Result<Done>`.
struct Done
{
};
}  // namespace nadir
