#pragma once

#include <string>

namespace nadir::report
{
/// A concept of a coding scheme: code value, scheme designator as DICOM has it ("SCT", "DCM", "NCIt", "UMLS", "UCUM", "LN"), meaning.
struct CodedConcept
{
  std::string value;
  std::string scheme;
  std::string meaning;

  /// Meanings are for people; value and scheme decide.
  friend bool operator==(const CodedConcept& a, const CodedConcept& b) { return a.value == b.value && a.scheme == b.scheme; }
};
}  // namespace nadir::report
