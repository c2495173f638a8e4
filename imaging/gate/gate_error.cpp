#include "imaging/gate/gate_error.h"

#include "imaging/result/expects.h"

namespace nadir::imaging
{
std::string_view error_code(GateError error)
{
  switch (error)
  {
  case GateError::Unreadable: return "gate.unreadable";
  case GateError::NotDicom: return "gate.not-dicom";
  case GateError::Truncated: return "gate.truncated";
  case GateError::TooLarge: return "gate.too-large";
  case GateError::TooDeep: return "gate.too-deep";
  case GateError::Malformed: return "gate.malformed";
  case GateError::DuplicateTag: return "gate.duplicate-tag";
  case GateError::BadNumber: return "gate.bad-number";
  case GateError::WrongType: return "gate.wrong-type";
  case GateError::MissingAttribute: return "gate.missing-attribute";
  case GateError::PixelLengthMismatch: return "gate.pixel-length-mismatch";
  case GateError::UnsupportedPixelLayout: return "gate.unsupported-pixel-layout";
  case GateError::UnsupportedTransferSyntax: return "gate.unsupported-transfer-syntax";
  }
  NADIR_EXPECTS(false);
  return {};
}
}  // namespace nadir::imaging
