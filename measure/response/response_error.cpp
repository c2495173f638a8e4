#include "measure/response/response_error.h"

namespace nadir::measure
{
std::string_view error_code(ResponseError error)
{
  switch (error)
  {
  case ResponseError::NoBaseline: return "response.no-baseline";
  case ResponseError::RepeatedTimepoint: return "response.repeated-timepoint";
  case ResponseError::RepeatedLesion: return "response.repeated-lesion";
  case ResponseError::WrongCount: return "response.wrong-count";
  case ResponseError::StateNotAllowed: return "response.state-not-allowed";
  case ResponseError::LengthMissing: return "response.length-missing";
  case ResponseError::LengthInvalid: return "response.length-invalid";
  case ResponseError::LengthUnexpected: return "response.length-unexpected";
  case ResponseError::MergedIntoNothing: return "response.merged-into-nothing";
  case ResponseError::ProtocolInvalid: return "response.protocol-invalid";
  case ResponseError::ProtocolUnknownKey: return "response.protocol-unknown-key";
  case ResponseError::TooFewReadings: return "response.too-few-readings";
  }
  return "response.unknown";
}
}  // namespace nadir::measure
