#pragma once

#include <filesystem>
#include <memory>
#include <optional>

namespace nadir::reading
{
struct ClaimOutcome;

/// The right to write a record, held by one program at a time through a lock on "CASE.nadir.lock". The system ends it with the program,
/// however that ends; the file is removed when the claim ends in order.
class WriteClaim
{
public:
  static ClaimOutcome take(const std::filesystem::path& record);

private:
  struct Held;
  struct Release
  {
    void operator()(Held* held) const;
  };
  explicit WriteClaim(std::unique_ptr<Held, Release> held) : held_(std::move(held)) {}
  std::unique_ptr<Held, Release> held_;
};

enum class ClaimRefusal
{
  HeldElsewhere,  ///< another program writes this record
  NotPossible,    ///< the folder may not be written to
};

struct ClaimOutcome
{
  std::optional<WriteClaim> claim;
  ClaimRefusal refusal = ClaimRefusal::NotPossible;  ///< when there is no claim
};
}  // namespace nadir::reading
