#pragma once

#include <vector>

#include "report/cdisc/dataset.h"
#include "report/cdisc/records.h"

namespace nadir::report::cdisc
{
/// Records as datasets of SDTMIG 3.4: names, labels and order of the variables. Sequence numbers must have been given.
Dataset tumor_identification_dataset(const std::vector<IdentificationRecord>& records);
Dataset tumor_results_dataset(const std::vector<ResultRecord>& records);
Dataset disease_response_dataset(const std::vector<ResponseRecord>& records);

/// SUPPTU or SUPPTR; all records are of one domain.
Dataset supplement_dataset(const std::string& domain, const std::vector<SupplementRecord>& records);

/// RELREC: TU belongs to TR by TULNKID and TRLNKID; with `HasResponses::Yes` TR to RS by TRLNKGRP and RSLNKGRP.
enum class HasResponses
{
  No,
  Yes,
};
Dataset relations_dataset(const std::string& study, HasResponses responses);

/// Label and every variable that the dataset of this name may have, without rows; no variables when there is no such dataset.
Dataset empty_dataset(const std::string& name);
}  // namespace nadir::report::cdisc
