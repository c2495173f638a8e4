#pragma once

#include <vector>

#include "imaging/result/result.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// SUPPTU: TULOCDTL (organ in the case's own words) and LESIONID (the reader's id, where the link is another one).
/// Failure TextTooLong: a text that its columns cannot hold.
Result<std::vector<SupplementRecord>> supplements_of(const std::vector<IdentificationRecord>& records);

/// SUPPTR: TRREASNE (term of CDISC for why a lesion could not be evaluated) and TRREASW (the reason in the reader's words).
/// Failure TextTooLong likewise.
Result<std::vector<SupplementRecord>> supplements_of(const std::vector<ResultRecord>& records);

/// Name of a piece of a text of more than 200 bytes: "TRREASW", "TRREASW1", ... (SDTMIG 4.5.3.2).
std::string piece_name(const std::string& name, std::size_t piece);
}  // namespace nadir::report::cdisc
