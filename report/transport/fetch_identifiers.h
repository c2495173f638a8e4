#pragma once

#include "imaging/result/result.h"
#include "report/transport/receiving_folder.h"

class DcmDataset;

namespace nadir::report
{
/// Keys of a C-GET or C-MOVE for what is asked for.
void fill_identifiers(DcmDataset& identifiers, const FetchRequest& request);

/// Failure of a fetch that a person stopped.
Failure stopped(std::size_t count);

/// Failure of a fetch for which the peer had nothing, although it said that all went well.
Failure nothing_came();
} // namespace nadir::report
