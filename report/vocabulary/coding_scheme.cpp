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
  std::string_view oid;
};

constexpr std::array<Scheme, 7> schemes{{
    {"SCT", "http://snomed.info/sct", "2.16.840.1.113883.6.96"},
    {"DCM", "http://dicom.nema.org/resources/ontology/DCM", "1.2.840.10008.2.16.4"},
    {"LN", "http://loinc.org", "2.16.840.1.113883.6.1"},
    {"UCUM", "http://unitsofmeasure.org", "2.16.840.1.113883.6.8"},
    {"NCIt", "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl", "2.16.840.1.113883.3.26.1.1"},
    {"UMLS", "http://www.nlm.nih.gov/research/umls", "2.16.840.1.113883.6.86"},
    {"RFC5646", "urn:ietf:bcp:47", "2.16.840.1.113883.6.316"},
}};

const Scheme* scheme_of(std::string_view designator)
{
  const auto* found = std::find_if(schemes.begin(), schemes.end(), [&](const Scheme& scheme) { return scheme.designator == designator; });
  return found == schemes.end() ? nullptr : found;
}
}  // namespace

std::string_view fhir_system(std::string_view designator)
{
  const auto* scheme = scheme_of(designator);
  return scheme ? scheme->fhir : "";
}

std::string_view scheme_oid(std::string_view designator)
{
  const auto* scheme = scheme_of(designator);
  return scheme ? scheme->oid : "";
}
}  // namespace nadir::report
