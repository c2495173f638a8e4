#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/certificate/certificate.h"

namespace nadir::report
{
/// Something in an export's folder that is not as the certificate says.
struct ExportDamage
{
  std::string place;  ///< "cdisc/tr.csv"
  std::string what;
};

struct ExportVerdict
{
  Certificate certificate;
  std::size_t files = 0;              ///< that were compared
  std::vector<ExportDamage> damages;  ///< empty: every byte is as it was written
};

/// Holds every file of an export's folder against its certificate: files changed, cut, missing, or there without having been written.
/// Failures: CertificateError, DigestError (no certificate there).
Result<ExportVerdict> verify_export(const std::filesystem::path& folder);
}  // namespace nadir::report
