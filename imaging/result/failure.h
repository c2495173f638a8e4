#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace nadir
{
/// Why an input could not be used. The code is stable and machine-readable ("gate.too-deep"), the message is for people
/// and has the form: problem (why it matters). What to do.
///
/// Each area documents one `enum class XxxError` and, beside it, `std::string_view error_code(XxxError)` that returns
/// text of static storage; a Failure is built from such an enumerator.
class Failure
{
public:
  template <class Error>
  requires std::is_enum_v<Error> Failure(Error error, std::string message) : code_(error_code(error)), message_(std::move(message)) {}

  std::string_view code() const { return code_; }
  const std::string& message() const { return message_; }

  template <class Error>
  requires std::is_enum_v<Error>
  bool is(Error error) const { return code_ == error_code(error); }

  /// The same failure with text put in front of the message, e.g. the name of the file it concerns.
  Failure in_context(std::string_view context) const
  {
    Failure copy = *this;
    copy.message_ = std::string(context) + ": " + message_;
    return copy;
  }

private:
  std::string_view code_;
  std::string message_;
};
}  // namespace nadir
