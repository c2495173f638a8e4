#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "measure/lesion/assessment.h"

namespace nadir::report
{
enum class DocumentError
{
  TooLarge,      ///< more than 64 MiB
  TooDeep,       ///< nested deeper than any assessment is
  NotJson,       ///< no JSON text: syntax, invalid UTF-8, a key given twice
  OtherSchema,   ///< another document, or another version of this one
  NotAsWritten,  ///< a key is missing, unknown, of the wrong kind, or contradicts another one
};
std::string_view error_code(DocumentError error);

/// The document assessment.json, schema "nadir.assessment/1" (assessment.schema.json beside this file describes every key).
///
/// Lengths in mm, volumes in mL, points [left, posterior, superior] in the DICOM patient frame LPS, mm. A number is the shortest
/// decimal that reads back as the same double; a value that does not exist (or is not finite) is null, never 0. Keys keep their
/// order. Bytes that are no UTF-8 become U+FFFD. Same value, same bytes. Key images are left out: the evidence says where they are.
std::string to_json(const measure::Assessment& assessment);

/// Reads assessment.json back. A text is accepted exactly when writing the value that was read gives the same document again,
/// so nothing unknown, missing or contradictory is passed over.
Result<measure::Assessment> from_json(std::string_view text);
}  // namespace nadir::report
