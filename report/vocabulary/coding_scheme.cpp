#include "report/vocabulary/coding_scheme.h"

#include <algorithm>
#include <array>

namespace nadir::report
{
namespace
{
struct Scheme
{
  std::string_view designator;
  std::string_view fhir;
};

constexpr std::array<Scheme, 7> schemes{{
    {"SCT", "http://snomed.info/sct"},
    {"DCM", "http://dicom.nema.org/resources/ontology/DCM"},
    {"LN", "http://loinc.org"},
    {"UCUM", "http://unitsofmeasure.org"},
    {"NCIt", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"},
    {"UMLS", "http://www.nlm.nih.gov/research/umls"},
    {"RFC5646", "urn:ietf:bcp:47"},
}};
}  // namespace

std::string_view fhir_system(std::string_view designator)
{
  const auto* found = std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) { return scheme.designator == designator; });
  return found == schemes.end() ? "" : found->fhir;
}
}  // namespace nadir::report
