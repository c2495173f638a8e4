#pragma once

#include <string>
#include <utility>

#include "imaging/dicom/sequence_type.h"
#include "imaging/units/number_text.h"

namespace nadir::imaging
{
/// A recognition by one clue.
inline SequenceRecognition recognized(SequenceType type, SequenceClue clue) { return {type, std::nullopt, {std::move(clue)}}; }

inline SequenceClue number_clue(std::string attribute, double value, std::string meaning)
{
  return {std::move(attribute), format_number(value), std::move(meaning)};
}
}  // namespace nadir::imaging
