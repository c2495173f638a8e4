#include "report/transport/hang_up.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dcmtrans.h>
#include <dcmtk/dcmnet/dul.h>

namespace nadir::report
{
void hang_up(T_ASC_Association* association)
{
  char abort_pdu[] = {7, 0, 0, 0, 0, 4, 0, 0, 0, 0};
  if (auto* connection = DUL_getTransportConnection(association->DULassociation)) connection->write(abort_pdu, sizeof abort_pdu);
  ASC_dropAssociation(association);
}
}  // namespace nadir::report
