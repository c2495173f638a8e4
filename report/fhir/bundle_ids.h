#pragma once

#include <string>
#include <string_view>

namespace nadir::report::fhir
{
/// "urn:uuid:..." of a resource: a UUID (version 8, RFC 9562) from the SHA-256 of the assessment's digest and the resource's name.
std::string full_url(std::string_view assessment_sha256, std::string_view resource);

/// The UUID alone, which is the resource's id.
std::string id_of(std::string_view url);
}  // namespace nadir::report::fhir
