#pragma once

#include <string>
#include <string_view>

namespace nadir::report::fhir
{
/// As `visible_text`, and every white space of Unicode but the blank is spelled, too ("{U+00A0}"): FHIR's strings may not hold others.
/// `original_text` gives back the text.
std::string fhir_text(std::string_view text);

/// For the XHTML of a narrative: & < > and " become entities. UTF-8 without control characters (`fhir_text`) is expected.
std::string xhtml_text(std::string_view text);
}  // namespace nadir::report::fhir
