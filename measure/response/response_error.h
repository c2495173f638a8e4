#pragma once

#include <string_view>

namespace nadir::measure
{
/// Why readings or a protocol could not be used. The message of the Failure names lesion, time point or key.
enum class ResponseError
{
  NoBaseline,          ///< no time point with sequence number 0 (rule N1)
  RepeatedTimepoint,   ///< two time points with one sequence number (rule N1)
  RepeatedLesion,      ///< two lesions with one id, or a lesion without id (rule N2)
  WrongCount,          ///< a time point does not have one reading per lesion
  StateNotAllowed,     ///< the word does not belong to the lesion's role (rules N3, NT1, NL1)
  LengthMissing,       ///< MEASURED or SPLIT without the length that counts (rules N3, B13)
  LengthInvalid,       ///< negative, not finite or larger than a human body
  LengthUnexpected,    ///< a length beside a state that says there is none
  MergedIntoNothing,   ///< MERGED_INTO names no other target, or the chain is a circle (rule T4)
  ProtocolInvalid,     ///< a setting outside its range
  ProtocolUnknownKey,  ///< no such setting
  TooFewReadings,      ///< too few repeated readings for a repeatability of one's own
};
std::string_view error_code(ResponseError error);
}  // namespace nadir::measure
