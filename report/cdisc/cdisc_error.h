#pragma once

#include <string_view>

namespace nadir::report::cdisc
{
enum class CdiscError
{
  NoStudy,            ///< no study identifier
  IdentifierInvalid,  ///< a study, subject or evaluator identifier that no other dataset could match
  SameReadingTwice,   ///< two readings of one subject by one evaluator
  ReadersUnclear,     ///< several readings of one subject that are not told apart, or two accepted ones
  VisitsUnordered,    ///< subjects have the same visits in different orders
  DateInvalid,        ///< no ISO 8601 date
  LesionInvalid,      ///< a state or lineage that TU and TR cannot express
  ResponseInvalid,    ///< a response that is no term of the CDISC list
  TextTooLong,        ///< more than 200 bytes in one cell of a transport file
  NotADataset,        ///< bytes that are no dataset of this format
};
std::string_view error_code(CdiscError error);
}  // namespace nadir::report::cdisc
