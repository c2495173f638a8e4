#pragma once

#include <string>

#include "report/transport/delivery.h"

namespace nadir::report
{
/// What the status of a C-STORE answer means for one object (PS3.4 table B.2-1): 0000 stored; B000, B006, B007 stored with a remark; A7xx
/// out of resources, which may pass: it stays open; everything else refused.
Outcome store_outcome(const std::string& sop_instance, unsigned status);

/// "status A700: out of resources", for any DIMSE answer.
std::string status_words(unsigned status);
}  // namespace nadir::report
