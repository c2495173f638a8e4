#pragma once

#include "report/transport/dimse_message.h"
#include "report/transport/receiving_folder.h"

struct T_ASC_Association;

namespace nadir::report
{
/// Takes the object of a C-STORE request into a folder and answers; what came in vain is removed. Whole also when the object was refused.
Arrival receive_store(T_ASC_Association* association, MessageReader& reader, const DimseCommand& request, ReceivingFolder& folder);
}  // namespace nadir::report
