#include "report/fhir/bundle_ids.h"

#include "imaging/digest/sha256.h"

namespace nadir::report::fhir
{
namespace
{
constexpr std::string_view scheme = "urn:uuid:";
}

std::string full_url(std::string_view assessment_sha256, std::string_view resource)
{
  auto hex = imaging::sha256_of(std::string(assessment_sha256) + "\n" + std::string(resource)).substr(0, 32);
  hex[12] = '8';                                              // version
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) & 3];  // variant
  return std::string(scheme) + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

std::string id_of(std::string_view url) { return std::string(url.substr(scheme.size())); }
}  // namespace nadir::report::fhir
