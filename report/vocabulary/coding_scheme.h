#pragma once

#include <string_view>

namespace nadir::report
{
/// Code system URI of FHIR R4 for a scheme designator of DICOM: "SCT" -> "http://snomed.info/sct"; "" for an unknown one.
std::string_view fhir_system(std::string_view scheme);
}  // namespace nadir::report
