#pragma once

#include <string_view>

/// Primitive types of FHIR R4, as far as bundles of an assessment use them.
namespace nadir::report::fhir
{
bool is_id(std::string_view text);       ///< 1 to 64 letters, digits, '-', '.'
bool is_uid(std::string_view text);      ///< DICOM UID: numbers without leading zeros, separated by points, 64 characters at most
bool is_oid(std::string_view text);      ///< "urn:oid:" and a UID
bool is_uri(std::string_view text);      ///< no blank, not empty, with a scheme
bool is_code(std::string_view text);     ///< no blank at the ends, not empty
bool is_text(std::string_view text);     ///< not empty, not only blanks, no control character
bool is_instant(std::string_view text);  ///< "2024-01-31T12:00:00Z"
}  // namespace nadir::report::fhir
