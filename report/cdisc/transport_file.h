#pragma once

#include <string>
#include <string_view>

#include "imaging/result/result.h"
#include "report/cdisc/dataset.h"
#include "report/cdisc/dataset_json.h"

namespace nadir::report::cdisc
{
/// A dataset as SAS transport file, version 5 (SAS technical note TS-140), as regulators take it: one member, numbers as IBM doubles,
/// texts blank-padded to the longest value of their variable, 200 bytes at most; a row is longer than 80 bytes.
///
/// Texts are ASCII: another character stands as "{U+00E9}", so that reading back gives the text (`ascii_text`); `characters_spelled` tells
/// whether there are any. Expects a dataset that `check_dataset` let through.
std::string to_transport_file(const Dataset& dataset, const FileOrigin& origin);

/// Reads such a file back; other makers' files of one member, too. Failure NotADataset.
Result<Dataset> dataset_from_transport_file(std::string_view bytes);

/// Variables with a text that is not plain ASCII, as "TU.TULOC": whoever receives the file should know.
std::vector<std::string> characters_spelled(const Dataset& dataset);
}  // namespace nadir::report::cdisc
