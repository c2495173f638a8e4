#include "imaging/digest/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <vector>

namespace nadir::imaging
{
std::string_view error_code(DigestError) { return "digest.unreadable"; }

struct Sha256::State
{
  struct Free
  {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
  const int started = EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
  NADIR_EXPECTS(started == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes) { EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()); }
void Sha256::add(std::string_view text) { add(std::as_bytes(std::span(text.data(), text.size()))); }

std::string Sha256::hex()
{
  std::array<unsigned char, 32> digest{};
  unsigned int length = 0;
  EVP_DigestFinal_ex(state_->context.get(), digest.data(), &length);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const auto byte : digest)
  {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string sha256_of(std::string_view bytes)
{
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

Result<std::string> sha256_of_file(const std::string& path)
{
  std::ifstream file(path, std::ios::binary);
  if (!file)
    return Failure{DigestError::Unreadable,
                   path + ": cannot be read (it could not be identified). Check that the file exists and may be read."};
  Sha256 digest;
  std::vector<char> block(1 << 20);
  while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0)
    digest.add(std::string_view(block.data(), static_cast<std::size_t>(file.gcount())));
  return digest.hex();
}
}  // namespace nadir::imaging
