#pragma once

#include <string_view>

namespace nadir::report::fhir
{
enum class FhirError
{
  ValueRefused,  ///< a value that FHIR R4 or an mCODE profile does not allow
  NotABundle,    ///< a text that is no bundle as it is written here
};
std::string_view error_code(FhirError error);
}  // namespace nadir::report::fhir
