#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "report/certificate/certificate.h"

namespace nadir::report
{
enum class CertificateError
{
  NotACertificate,  ///< no JSON, another document, a key that is missing, unknown or of the wrong kind
  Changed,          ///< its own digest does not fit
};
std::string_view error_code(CertificateError error);

/// certificate.json, schema "nadir.certificate/1". The last key, "digest", is the SHA-256 of the document with 64 zeros in its place.
std::string to_json(const Certificate& certificate);

/// Accepts exactly what to_json writes.
Result<Certificate> read_certificate(std::string_view text);
}  // namespace nadir::report
