#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"

namespace nadir::report::cdisc
{
/// A dataset as CSV: UTF-8, RFC 4180, variable names in the first row, missing = empty, a text that a spreadsheet would run as a formula
/// with an apostrophe in front.
std::string to_csv(const Dataset& dataset);

/// Reads back what `to_csv` wrote; labels and types come from the name of the dataset. Failure NotADataset.
Result<Dataset> dataset_from_csv(const std::string& name, std::string_view text);
}  // namespace nadir::report::cdisc
