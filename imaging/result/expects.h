#pragma once

#include <stdexcept>
#include <string>

namespace nadir
{
/// A broken contract between parts of the program: a bug, never a property of the input.
class ContractViolation : public std::logic_error
{
public:
  using std::logic_error::logic_error;
};

namespace detail
{
[[noreturn]] inline void contract_violated(const char* condition, const char* file, int line)
{
  throw ContractViolation(std::string(file) + ":" + std::to_string(line) + ": contract violated: " + condition);
}
}  // namespace detail
}  // namespace nadir

/// Checks a precondition in every build type; throws `nadir::ContractViolation` when it does not hold.
#define NADIR_EXPECTS(condition) ((condition) ? static_cast<void>(0) : ::nadir::detail::contract_violated(#condition, __FILE__, __LINE__))
