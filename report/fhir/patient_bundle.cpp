#include "report/fhir/patient_bundle.h"

#include "report/fhir/bundle_writer.h"
#include "report/fhir/fhir_error.h"

namespace nadir::report::fhir
{
Result<PatientBundle> to_patient_bundle(const BundleSource& source)
{
  auto bundle = BundleWriter(source).write();
  if (const auto problems = bundle_problems(bundle.text); !problems.empty()) return Failure{FhirError::ValueRefused, problems.front()};
  return bundle;
}
}  // namespace nadir::report::fhir
