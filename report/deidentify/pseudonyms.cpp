#include "report/deidentify/pseudonyms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "imaging/digest/sha256.h"
#include "imaging/storage/write_file.h"
#include "report/deidentify/deidentify_error.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t block = 64, least_secret = 32;
constexpr int least_days = 8000, span_of_days = 3650;

std::string bytes_of(const std::string& hexadecimal)
{
  std::string bytes;
  for (std::size_t k = 0; k + 1 < hexadecimal.size(); k += 2)
  {
    unsigned value = 0;
    std::from_chars(hexadecimal.data() + k, hexadecimal.data() + k + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  return bytes;
}

std::string xored(std::string key, unsigned char with)
{
  for (char& byte : key) byte = static_cast<char>(static_cast<unsigned char>(byte) ^ with);
  return key;
}

/// RFC 2104 with SHA-256.
std::string hmac(const std::string& secret, const std::string& message)
{
  std::string key = secret.size() > block ? bytes_of(imaging::sha256_of(secret)) : secret;
  key.resize(block, '\0');
  return imaging::sha256_of(xored(key, 0x5C) + bytes_of(imaging::sha256_of(xored(key, 0x36) + message)));
}

std::uint64_t number_of(const std::string& hexadecimal, std::size_t from)
{
  std::uint64_t value = 0;
  std::from_chars(hexadecimal.data() + from, hexadecimal.data() + from + 16, value, 16);
  return value;
}

/// 128 bits as decimal digits without leading zeros.
std::string decimal_of(std::uint64_t high, std::uint64_t low)
{
  std::array<std::uint64_t, 4> parts{high >> 32, high & 0xFFFFFFFFu, low >> 32, low & 0xFFFFFFFFu};
  std::string digits;
  while (std::any_of(parts.begin(), parts.end(), [](std::uint64_t part) { return part != 0; }))
  {
    std::uint64_t rest = 0;
    for (auto& part : parts)
    {
      const std::uint64_t value = (rest << 32) | part;
      part = value / 10;
      rest = value % 10;
    }
    digits += static_cast<char>('0' + rest);
  }
  std::reverse(digits.begin(), digits.end());
  return digits.empty() ? "0" : digits;
}

std::string random_bytes(std::size_t count)
{
  std::ifstream source("/dev/urandom", std::ios::binary);
  std::string bytes(count, '\0');
  source.read(bytes.data(), static_cast<std::streamsize>(count));
  return source ? bytes : std::string{};
}
}  // namespace

Result<Pseudonyms> Pseudonyms::of_key_file(const std::filesystem::path& file)
{
  std::error_code problem;
  if (!std::filesystem::exists(file, problem))
  {
    const std::string secret = random_bytes(least_secret);
    if (secret.empty())
      return Failure(DeidentifyError::KeyUnusable,
                     "no random bytes are to be had (names could be guessed back). Give a key file of your own.");
    if (const auto written = imaging::write_file(file, secret); !written) return written.failure();
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, problem);
    return Pseudonyms(secret);
  }
  std::ifstream stream(file, std::ios::binary);
  const std::string secret{std::istreambuf_iterator<char>(stream), {}};
  if (secret.size() < least_secret)
    return Failure(DeidentifyError::KeyUnusable, "the key file cannot be read or has fewer than 32 bytes (names could be guessed back). "
                                                 "Give another, or the name of one that does not exist yet.");
  return Pseudonyms(secret);
}

std::string Pseudonyms::digest(std::string_view kind, std::string_view original) const
{
  return hmac(secret_, std::string(kind) + '\0' + std::string(original));
}

std::string Pseudonyms::uid(std::string_view original) const
{
  if (original.empty() || original.starts_with("1.2.840.10008.")) return std::string(original);
  const std::string hexadecimal = digest("uid", original);
  return "2.25." + decimal_of(number_of(hexadecimal, 0), number_of(hexadecimal, 16));
}

std::string Pseudonyms::patient(std::string_view patient_id) const { return "P-" + digest("patient", patient_id).substr(0, 10); }
std::string Pseudonyms::token(std::string_view kind, std::string_view original) const
{
  return "X-" + digest(kind, original).substr(0, 10);
}

int Pseudonyms::days_back(std::string_view patient_id) const
{
  return least_days + static_cast<int>(number_of(digest("days", patient_id), 0) % static_cast<std::uint64_t>(span_of_days));
}
}  // namespace nadir::report
