#pragma once

#include "report/transport/receiving_folder.h"

class DcmDataset;

namespace nadir::report
{
/// Keys of a C-GET or C-MOVE for what is asked for.
void fill_identifiers(DcmDataset& identifiers, const FetchRequest& request);
}  // namespace nadir::report
