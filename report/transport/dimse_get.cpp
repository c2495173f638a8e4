#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <algorithm>
#include <memory>

#include "report/transport/association.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/fetch_identifiers.h"
#include "report/transport/incoming_store.h"
#include "report/transport/storage_classes.h"
#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
const std::string service = UID_GETStudyRootQueryRetrieveInformationModel;

std::vector<ProposedContext> contexts()
{
  std::vector<ProposedContext> all{{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}};
  for (const auto& storage : storage_classes()) all.push_back({storage, readable_syntaxes(), ProposedContext::Role::Provider});
  return all;
}

bool send_request(Association& association, const FetchRequest& request)
{
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_GET_RQ;
  auto& command = message.msg.CGetRQ;
  command.MessageID = association.handle()->nextMsgID++;
  std::copy_n(service.c_str(), service.size() + 1, command.AffectedSOPClassUID);
  command.DataSetType = DIMSE_DATASET_PRESENT;
  command.Priority = DIMSE_PRIORITY_MEDIUM;
  DcmDataset identifiers;
  fill_identifiers(identifiers, request);
  return DIMSE_sendMessageUsingMemoryData(association.handle(), association.context_for(service, ""), &message, nullptr, &identifiers,
                                          nullptr, nullptr)
      .good();
}

enum class Next
{
  GoOn,
  Done,
  Broken,
  Stopped,
};

/// A list of what failed may follow the answer; its count is what is used.
bool skip_data(Association& association, const T_DIMSE_C_GetRSP& response)
{
  if (response.DataSetType == DIMSE_DATASET_NULL) return true;
  T_ASC_PresentationContextID context = 0;
  DcmDataset* list = nullptr;
  const OFCondition condition =
      DIMSE_receiveDataSetInMemory(association.handle(), DIMSE_NONBLOCKING, association.timeout(), &context, &list, nullptr, nullptr);
  delete list;
  return condition.good();
}

struct Ending
{
  unsigned status = 0;
  std::size_t failed = 0, left = 0;
};

Next answer_next(Association& association, ReceivingFolder& folder, Ending& ending)
{
  T_ASC_PresentationContextID context = 0;
  T_DIMSE_Message message{};
  DcmDataset* detail = nullptr;
  const OFCondition received =
      DIMSE_receiveCommand(association.handle(), DIMSE_NONBLOCKING, association.timeout(), &context, &message, &detail);
  delete detail;
  if (received.bad()) return Next::Broken;
  if (message.CommandField == DIMSE_C_STORE_RQ)
  {
    if (!receive_store(association.handle(), context, message.msg.CStoreRQ, folder, association.timeout())) return Next::Broken;
    return folder.goes_on(ending.left) ? Next::GoOn : Next::Stopped;
  }
  if (message.CommandField != DIMSE_C_GET_RSP) return Next::Broken;
  const auto& response = message.msg.CGetRSP;
  if (!skip_data(association, response)) return Next::Broken;
  ending.status = response.DimseStatus;
  ending.left = (response.opts & O_GET_NUMBEROFREMAININGSUBOPERATIONS) ? response.NumberOfRemainingSubOperations : 0u;
  if (response.opts & O_GET_NUMBEROFFAILEDSUBOPERATIONS) ending.failed = response.NumberOfFailedSubOperations;
  return DICOM_PENDING_STATUS(response.DimseStatus) ? Next::GoOn : Next::Done;
}
} // namespace

Result<Fetched> get(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& path)
{
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  auto association = Association::open(peer, contexts());
  if (!association) return association.failure();
  if (association->context_for(service, "") == 0)
    return Failure(TransportError::NotSupported, "the peer does not offer C-GET (nothing was fetched). Fetch with C-MOVE or DICOMweb.");
  Ending ending;
  Next next = send_request(*association, request) ? Next::GoOn : Next::Broken;
  while (next == Next::GoOn) next = answer_next(*association, *folder, ending);
  if (next == Next::Stopped)
  {
    association->abort();
    return stopped(folder->files().size());
  }
  if (next == Next::Broken)
  {
    association->abort();
    return Failure(TransportError::Unreachable, "the connection broke after " + std::to_string(folder->files().size()) +
                                                    " objects (the study is not whole). Fetch again.");
  }
  const bool partly = (ending.status & 0xF000u) == 0xB000u || !folder->refusals().empty(); // refused by us, not by the peer
  if (ending.status != STATUS_Success && !partly)
    return Failure(TransportError::PeerFailed,
                   "the peer ended with " + status_words(ending.status) + " (the study is not whole). Ask its keeper.");
  const std::size_t refused = folder->refusals().size();
  return Fetched{folder->files(), folder->refusals(), ending.failed > refused ? ending.failed - refused : 0};
}
} // namespace nadir::report
