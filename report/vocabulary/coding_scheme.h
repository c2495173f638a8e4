#pragma once

#include <string_view>

namespace nadir::report
{
/// Code system URI of FHIR R4 for a scheme designator of DICOM: "SCT" -> "http://snomed.info/sct"; "" for an unknown one.
std::string_view fhir_system(std::string_view scheme);

/// OID of a coding scheme (PS3.16 table 8-1); "" for an unknown one.
std::string_view scheme_oid(std::string_view scheme);
}  // namespace nadir::report
