#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "imaging/result/result.h"

namespace nadir::report
{
/// Other names for the same things, always the same for the same secret: over images, SEG and SR, and over runs. Without the secret nothing
/// leads back (HMAC-SHA-256); no table is kept.
class Pseudonyms
{
public:
  explicit Pseudonyms(std::string secret) : secret_(std::move(secret)) {}

  /// Reads the secret of a file, or makes one of 32 random bytes there. Failures: KeyUnusable.
  static Result<Pseudonyms> of_key_file(const std::filesystem::path& file);

  /// "2.25." and 128 bits (PS3.5 B.2); UIDs of the standard itself (1.2.840.10008.) stay.
  std::string uid(std::string_view original) const;

  /// "P-" and ten characters.
  std::string patient(std::string_view patient_id) const;

  /// A token for any other identifier.
  std::string token(std::string_view kind, std::string_view original) const;

  /// Days that all dates of a patient go back: 8,000 to 11,649. More than any course lasts, so that no date of a patient becomes another
  /// of the same patient.
  int days_back(std::string_view patient_id) const;

private:
  std::string digest(std::string_view kind, std::string_view original) const;  ///< 64 hexadecimal digits

  std::string secret_;
};
}  // namespace nadir::report
