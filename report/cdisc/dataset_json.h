#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"

namespace nadir::report::cdisc
{
/// Where and when a file came to be; stated in files that ask for it.
struct FileOrigin
{
  std::string created;           ///< "2024-01-31T12:00:00"; never the clock's, so that the same study gives the same bytes
  std::string software_version;  ///< of nadir
};

/// A dataset as CDISC Dataset-JSON 1.1.
std::string to_dataset_json(const Dataset& dataset, const FileOrigin& origin);

/// Reads Dataset-JSON 1.1 back. Besides the schema: `records` is the number of rows, and each row has a value of its type for each column
/// (which the schema cannot say). Failure NotADataset.
Result<Dataset> dataset_from_json(std::string_view text);
}  // namespace nadir::report::cdisc
