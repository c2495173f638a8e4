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
const std::string service = UID_MOVEStudyRootQueryRetrieveInformationModel;

struct NetworkDeleter
{
  void operator()(T_ASC_Network* network) const { ASC_dropNetwork(&network); }
};

/// The place where the archive delivers.
struct Reception
{
  ReceivingFolder* folder = nullptr;
  std::string archive; ///< title that the archive must call with
  std::string ours;
  int timeout = 30;
  std::unique_ptr<T_ASC_Network, NetworkDeleter> network;
};

std::vector<const char*> pointers_to(const std::vector<std::string>& texts)
{
  std::vector<const char*> pointers;
  for (const auto& text : texts) pointers.push_back(text.c_str());
  return pointers;
}

bool is_for_us(T_ASC_Association* association, const Reception& reception)
{
  const auto* parameters = association->params;
  return reception.ours == parameters->DULparams.calledAPTitle && reception.archive == parameters->DULparams.callingAPTitle;
}

void refuse(T_ASC_Association* association)
{
  T_ASC_RejectParameters why{ASC_RESULT_REJECTEDPERMANENT, ASC_SOURCE_SERVICEUSER, ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED};
  ASC_rejectAssociation(association, &why);
  ASC_dropSCPAssociation(association);
  ASC_destroyAssociation(&association);
}

/// DCMTK calls this whenever the archive may have something to say; it opens, serves or closes its association.
void serve(void* data, T_ASC_Network* network, T_ASC_Association** association)
{
  auto& reception = *static_cast<Reception*>(data);
  if (!network) return;
  if (!*association)
  {
    if (ASC_receiveAssociation(network, association, ASC_DEFAULTMAXPDU).bad()) return;
    if (!is_for_us(*association, reception)) return refuse(*association), void(*association = nullptr);
    auto classes = pointers_to(storage_classes()), syntaxes = pointers_to(readable_syntaxes());
    ASC_acceptContextsWithPreferredTransferSyntaxes((*association)->params, classes.data(), static_cast<int>(classes.size()),
                                                    syntaxes.data(), static_cast<int>(syntaxes.size()));
    ASC_acknowledgeAssociation(*association);
    return;
  }
  T_ASC_PresentationContextID context = 0;
  T_DIMSE_Message message{};
  const OFCondition received = DIMSE_receiveCommand(*association, DIMSE_NONBLOCKING, reception.timeout, &context, &message, nullptr);
  const bool goes_on = received.good() && message.CommandField == DIMSE_C_STORE_RQ &&
                       receive_store(*association, context, message.msg.CStoreRQ, *reception.folder, reception.timeout);
  if (goes_on) return;
  if (received == DUL_PEERREQUESTEDRELEASE)
    ASC_acknowledgeRelease(*association);
  else
    ASC_abortAssociation(*association);
  ASC_dropSCPAssociation(*association);
  ASC_destroyAssociation(association);
}

T_DIMSE_C_MoveRQ request_of(Association& association, const DicomPeer& peer)
{
  T_DIMSE_C_MoveRQ request{};
  request.MessageID = association.handle()->nextMsgID++;
  std::copy_n(service.c_str(), service.size() + 1, request.AffectedSOPClassUID);
  std::copy_n(peer.calling_title.c_str(), peer.calling_title.size() + 1, request.MoveDestination);
  request.DataSetType = DIMSE_DATASET_PRESENT;
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  return request;
}

Result<T_DIMSE_C_MoveRSP> ask(Association& association, const DicomPeer& peer, const FetchRequest& request, Reception& reception)
{
  auto command = request_of(association, peer);
  DcmDataset identifiers;
  fill_identifiers(identifiers, request);
  T_DIMSE_C_MoveRSP response{};
  DcmDataset *detail = nullptr, *failed = nullptr;
  const OFCondition condition =
      DIMSE_moveUser(association.handle(), association.context_for(service, ""), &command, &identifiers, nullptr, nullptr,
                     DIMSE_NONBLOCKING, peer.timeout_seconds, reception.network.get(), serve, &reception, &response, &detail, &failed);
  delete detail;
  delete failed;
  if (condition.good()) return response;
  association.abort();
  return Failure(TransportError::Unreachable, "the connection broke after " + std::to_string(reception.folder->files().size()) +
                                                  " objects (the study is not whole). Fetch again.");
}
} // namespace

Result<Fetched> move(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& path, int listening_port)
{
  if (peer.tls)
    return Failure(TransportError::SettingInvalid,
                   "C-MOVE is not offered with TLS (the archive would deliver unsecured). Fetch with C-GET or DICOMweb.");
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  T_ASC_Network* network = nullptr;
  if (ASC_initializeNetwork(NET_ACCEPTOR, listening_port, peer.timeout_seconds, &network).bad())
    return Failure(TransportError::SettingInvalid,
                   "port " + std::to_string(listening_port) +
                       " cannot be listened to (the archive could not deliver). Choose the port that it knows.");
  Reception reception{&*folder, peer.called_title, peer.calling_title, peer.timeout_seconds,
                      std::unique_ptr<T_ASC_Network, NetworkDeleter>(network)};
  auto association = Association::open(peer, {{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}});
  if (!association) return association.failure();
  const auto response = ask(*association, peer, request, reception);
  if (!response) return response.failure();
  const bool partly = (response->DimseStatus & 0xF000u) == 0xB000u || !folder->refusals().empty(); // refused by us, not by the peer
  if (response->DimseStatus != STATUS_Success && !partly)
    return Failure(TransportError::PeerFailed, "the peer ended with " + status_words(response->DimseStatus) + " (the study is not whole). Check that it knows this title, address and port.");
  const std::size_t refused = folder->refusals().size(),
                    failed = (response->opts & O_MOVE_NUMBEROFFAILEDSUBOPERATIONS) ? response->NumberOfFailedSubOperations : 0u;
  return Fetched{folder->files(), folder->refusals(), failed > refused ? failed - refused : 0};
}
} // namespace nadir::report
