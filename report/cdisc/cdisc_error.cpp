#include "report/cdisc/cdisc_error.h"

namespace nadir::report::cdisc
{
std::string_view error_code(CdiscError error)
{
  switch (error)
  {
  case CdiscError::NoStudy: return "cdisc.no-study";
  case CdiscError::IdentifierInvalid: return "cdisc.identifier-invalid";
  case CdiscError::SameReadingTwice: return "cdisc.same-reading-twice";
  case CdiscError::ReadersUnclear: return "cdisc.readers-unclear";
  case CdiscError::VisitsUnordered: return "cdisc.visits-unordered";
  case CdiscError::DateInvalid: return "cdisc.date-invalid";
  case CdiscError::LesionInvalid: return "cdisc.lesion-invalid";
  case CdiscError::ResponseInvalid: return "cdisc.response-invalid";
  case CdiscError::TextTooLong: return "cdisc.text-too-long";
  case CdiscError::NotADataset: return "cdisc.not-a-dataset";
  }
  return "cdisc.unknown";
}
}  // namespace nadir::report::cdisc
