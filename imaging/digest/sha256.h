#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "imaging/result/result.h"

namespace nadir::imaging
{
enum class DigestError
{
  Unreadable,
};
std::string_view error_code(DigestError error);

/// SHA-256 (FIPS 180-4), fed piece by piece. The text form is 64 lower-case hexadecimal digits.
class Sha256
{
public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::span<const std::byte> bytes);
  void add(std::string_view text);
  /// Ends the computation; call once.
  std::string hex();

private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string sha256_of(std::string_view bytes);
Result<std::string> sha256_of_file(const std::string& path);
}  // namespace nadir::imaging
