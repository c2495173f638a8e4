#include "report/transport/dimse_echo.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <string>

#include "report/transport/association.h"
#include "report/transport/dimse_message.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
const std::string service = UID_VerificationSOPClass;

Failure unanswered(const std::string& why)
{
  return Failure(TransportError::Unreachable,
                 "the node took the connection, but not the echo: " + why + " (nothing could be sent or fetched). Try again.");
}

bool send_request(Association& association)
{
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_ECHO_RQ;
  auto& command = message.msg.CEchoRQ;
  command.MessageID = association.handle()->nextMsgID++;
  std::copy_n(service.c_str(), service.size() + 1, command.AffectedSOPClassUID);
  command.DataSetType = DIMSE_DATASET_NULL;
  return DIMSE_sendMessageUsingMemoryData(association.handle(), association.context_for(service, ""), &message, nullptr, nullptr, nullptr,
                                          nullptr)
      .good();
}

Result<Done> answer_of(Association& association)
{
  DimseCommand answer;
  const auto came = MessageReader(association.handle(), association.timeout(), {}).command(answer);
  if (came != Arrival::Whole) return unanswered(came == Arrival::Silent ? "the peer is silent" : "the connection broke");
  if (answer.field == DimseCommand::EchoAnswer && answer.status == STATUS_Success) return Done{};
  return Failure(TransportError::PeerFailed,
                 "the node answered the echo with " + status_words(answer.status) + " (it may not be ready). Ask its keeper.");
}
}  // namespace

Result<Done> echo(const DicomPeer& peer)
{
  auto association = Association::open(peer, {{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}});
  if (!association) return association.failure();
  auto answered = send_request(*association) ? answer_of(*association) : Result<Done>(unanswered("the connection broke"));
  if (!answered) association->abort();
  return answered;
}
}  // namespace nadir::report
