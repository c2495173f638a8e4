#pragma once

#include <string>

#include "imaging/result/result.h"
#include "report/cdisc/study.h"

namespace nadir::report::cdisc
{
/// USUBJID of a reading: the one given, else study id, '-' and the assessment's own name for the patient.
std::string subject_of(const Study& study, const StudyReading& reading);

/// Whether the study can be named and its readings told apart. Failures NoStudy, IdentifierInvalid, SameReadingTwice, ReadersUnclear.
Result<Done> check_study(const Study& study);

/// Whether TU, TR and RS can express a reading: dates, states, lengths, lineages and responses. Failures DateInvalid, LesionInvalid,
/// ResponseInvalid, VisitsUnordered; the message names time point, lesion and field.
Result<Done> check_reading(const Study& study, const StudyReading& reading);
}  // namespace nadir::report::cdisc
