#pragma once

#include <optional>
#include <string>

#include "report/table/trace.h"

namespace nadir::report::cdisc
{
/// What the rows of TU, TR and RS have in common. A text that does not exist is "".
struct FindingRecord
{
  std::string study, subject;
  int sequence = 0;
  std::string evaluator, evaluator_id, accepted;
  int visit_number = 0;
  std::string visit, epoch, date;
  std::optional<double> day;
  CellOrigin origin;  ///< for the trace: `reading` counts StudyReading of the study
};

/// A row of TU.
struct IdentificationRecord : FindingRecord
{
  std::string reference, tracking, link, code, test, result, location, laterality, method, last_before_exposure;
  std::string location_detail, lesion_id;  ///< for SUPPTU
};

/// A row of TR. `number` is the result as a number in standard units; `result` the text as collected, `standard` in standard form.
struct ResultRecord : FindingRecord
{
  std::string group, reference, link, link_group, code, test, result, unit, standard;
  std::optional<double> number;
  std::string standard_unit, status, reason, method, last_before_exposure;
  std::string reason_not_evaluable, reason_words;  ///< for SUPPTR
};

/// A row of RS.
struct ResponseRecord : FindingRecord
{
  std::string link_group, code, test, result;
};

/// A row of SUPPTU or SUPPTR; `sequence` is that of the row it adds to.
struct SupplementRecord
{
  std::string study, domain, subject;
  int sequence = 0;
  std::string name, label, value, origin, evaluator;
};
}  // namespace nadir::report::cdisc
