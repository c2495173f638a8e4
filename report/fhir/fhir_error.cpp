#include "report/fhir/fhir_error.h"

namespace nadir::report::fhir
{
std::string_view error_code(FhirError error)
{
  switch (error)
  {
  case FhirError::ValueRefused: return "fhir.value-refused";
  case FhirError::NotABundle: return "fhir.not-a-bundle";
  }
  return "fhir.unknown";
}
}  // namespace nadir::report::fhir
