#include "report/transport/dimse_request.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>

#include "imaging/result/expects.h"
#include "report/transport/association.h"

namespace nadir::report
{
namespace
{
/// What the three commands have in common.
template <class Command> void fill(Command& command, const DimseRequest& request)
{
  command.MessageID = request.message_id;
  std::copy_n(request.service.c_str(), request.service.size() + 1, command.AffectedSOPClassUID);
  command.DataSetType = DIMSE_DATASET_PRESENT;
  command.Priority = DIMSE_PRIORITY_MEDIUM;
}

T_DIMSE_Message message_of(const DimseRequest& request)
{
  T_DIMSE_Message message{};
  switch (request.kind)
  {
  case DimseRequest::Kind::Find:
    message.CommandField = DIMSE_C_FIND_RQ;
    fill(message.msg.CFindRQ, request);
    break;
  case DimseRequest::Kind::Get:
    message.CommandField = DIMSE_C_GET_RQ;
    fill(message.msg.CGetRQ, request);
    break;
  case DimseRequest::Kind::Move:
    message.CommandField = DIMSE_C_MOVE_RQ;
    fill(message.msg.CMoveRQ, request);
    std::copy_n(request.destination.c_str(), request.destination.size() + 1, message.msg.CMoveRQ.MoveDestination);
    break;
  }
  return message;
}
}  // namespace

bool send_request(Association& association, const DimseRequest& request, DcmDataset& identifiers)
{
  NADIR_EXPECTS(request.service.size() < sizeof(DIC_UI) && request.destination.size() < sizeof(DIC_AE));
  auto message = message_of(request);
  const auto context = association.context_for(request.service, "");
  return DIMSE_sendMessageUsingMemoryData(association.handle(), context, &message, nullptr, &identifiers, nullptr, nullptr).good();
}
}  // namespace nadir::report
