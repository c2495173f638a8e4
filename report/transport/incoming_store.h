#pragma once

#include "report/transport/receiving_folder.h"

struct T_ASC_Association;
struct T_DIMSE_C_StoreRQ;

namespace nadir::report
{
/// Receives the object of a C-STORE request into the folder and answers it: success when it was taken, refused else.
/// False when the association is broken.
bool receive_store(T_ASC_Association* association, unsigned char context, T_DIMSE_C_StoreRQ& request, ReceivingFolder& folder,
                   int timeout_seconds);
} // namespace nadir::report
