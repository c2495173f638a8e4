#include "report/transport/tls_pin.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace nadir::report
{
namespace
{
std::string digest_of(const X509* certificate)
{
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  std::string text;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1) return text;
  for (unsigned int k = 0; k < size; ++k) text.append({"0123456789abcdef"[digest[k] >> 4], "0123456789abcdef"[digest[k] & 15]});
  return text;
}

/// Takes the place of OpenSSL's chain building.
int is_pinned(X509_STORE_CTX* context, void* pin)
{
  const X509* certificate = X509_STORE_CTX_get0_cert(context);
  if (certificate && digest_of(certificate) == *static_cast<const std::string*>(pin)) return 1;
  X509_STORE_CTX_set_error(context, X509_V_ERR_CERT_UNTRUSTED);
  return 0;
}
}  // namespace

std::string normal_pin(std::string text)
{
  std::erase(text, ':');
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool is_digest = text.size() == 64 && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
  return is_digest ? text : "";
}

void pin_certificate(ssl_ctx_st* context, const std::string* pin)
{
  SSL_CTX_set_cert_verify_callback(context, is_pinned, const_cast<std::string*>(pin));
}
}  // namespace nadir::report
