#include "report/transport/association.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dcmtrans.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmtls/tlslayer.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <mutex>

#include "imaging/result/expects.h"
#include "report/transport/hang_up.h"
#include "report/transport/tls_layer.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
/// DCMTK logs names and UIDs; they are nobody's business on a terminal.
void silence_library()
{
  static std::once_flag once;
  std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

bool is_title(const std::string& title)
{
  return !title.empty() && title.size() <= 16 && title.find('\\') == std::string::npos &&
         std::all_of(title.begin(), title.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
}

std::string where(const DicomPeer& peer) { return peer.host + ":" + std::to_string(peer.port); }

std::optional<Failure> fault_of(const DicomPeer& peer)
{
  if (!is_title(peer.called_title) || !is_title(peer.calling_title))
    return Failure(TransportError::SettingInvalid,
                   "an application entity title must have 1 to 16 plain characters (the peer would refuse another). Correct it.");
  if (peer.host.empty() || peer.host.size() > 200 || peer.port < 1 || peer.port > 65535)
    return Failure(TransportError::SettingInvalid, "the host or port of the peer is missing or none (nothing can be sent). Correct them.");
  return std::nullopt;
}

Failure failure_of(const OFCondition& condition, const DicomPeer& peer)
{
  const std::string words = condition.text();
  if (words.find("TLS") != std::string::npos || words.find("certificate") != std::string::npos ||
      words.find("Certificate") != std::string::npos)
    return Failure(TransportError::TlsFailed, where(peer) + ": the secured connection failed: " + words +
                                                  " (nothing was sent). Check the authority, the host name in its certificate, and ours.");
  return Failure(TransportError::Unreachable,
                 where(peer) + " was not reached: " + words + " (nothing was sent). Check host, port and network; trying again may help.");
}

/// PS3.8 table 9-21. Congestion passes; a wrong title does not.
Failure rejection_of(T_ASC_Parameters* parameters, const DicomPeer& peer)
{
  T_ASC_RejectParameters why{};
  ASC_getRejectParameters(parameters, &why);
  const std::string refused = where(peer) + " refused the association: ";
  switch (why.reason)
  {
  case ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED:
    return Failure(TransportError::Rejected, refused + "it is not called " + peer.called_title + " (nothing was sent). Correct its title.");
  case ASC_REASON_SU_CALLINGAETITLENOTRECOGNIZED:
    return Failure(TransportError::Rejected, refused + "it does not know " + peer.calling_title +
                                                 " (nothing was sent). Give the title it knows, or let its keeper add this one.");
  case ASC_REASON_SP_PRES_TEMPORARYCONGESTION:
  case ASC_REASON_SP_PRES_LOCALLIMITEXCEEDED:
    return Failure(TransportError::Unreachable, refused + "it is busy (nothing was sent). Trying again may help.");
  default:
    return Failure(TransportError::Rejected, refused + "it gave no reason (nothing was sent). Check the two titles, and that it knows " +
                                                 peer.calling_title + " at this address.");
  }
}

struct NetworkDeleter
{
  void operator()(T_ASC_Network* network) const { ASC_dropNetwork(&network); }
};
}  // namespace

struct Association::State
{
  DicomPeer peer;
  std::shared_ptr<DcmTLSTransportLayer> tls;
  std::unique_ptr<T_ASC_Network, NetworkDeleter> network;
  T_ASC_Association* association = nullptr;

  ~State()
  {
    if (!association) return;
    ASC_releaseAssociation(association);
    ASC_destroyAssociation(&association);
  }

  std::optional<Failure> connect_network()
  {
    T_ASC_Network* made = nullptr;
    const OFCondition condition = ASC_initializeNetwork(NET_REQUESTOR, 0, peer.timeout_seconds, &made);
    if (condition.bad()) return failure_of(condition, peer);
    network.reset(made);
    if (!peer.tls) return std::nullopt;
    auto layer = tls_layer(*peer.tls, peer.host);
    if (!layer) return layer.failure();
    tls = *layer;
    ASC_setTransportLayer(network.get(), tls.get(), 0);
    return std::nullopt;
  }

  OFCondition request(T_ASC_Parameters* parameters)
  {
    ASC_setAPTitles(parameters, peer.calling_title.c_str(), peer.called_title.c_str(), nullptr);
    ASC_setTransportLayerType(parameters, tls ? OFTrue : OFFalse);
    ASC_setPresentationAddresses(parameters, "nadir", where(peer).c_str());
    return ASC_requestAssociation(network.get(), parameters, &association, nullptr, nullptr, DUL_NOBLOCK, peer.timeout_seconds);
  }
};

namespace
{
void propose(T_ASC_Parameters* parameters, const std::vector<ProposedContext>& contexts)
{
  NADIR_EXPECTS(contexts.size() <= Association::most_contexts);
  int id = 1;
  for (const auto& context : contexts)
  {
    std::vector<const char*> syntaxes;
    for (const auto& syntax : context.transfer_syntaxes) syntaxes.push_back(syntax.c_str());
    const auto role = context.role == ProposedContext::Role::Provider ? ASC_SC_ROLE_SCP : ASC_SC_ROLE_DEFAULT;
    ASC_addPresentationContext(parameters, static_cast<T_ASC_PresentationContextID>(id), context.abstract_syntax.c_str(), syntaxes.data(),
                               static_cast<int>(syntaxes.size()), role);
    id += 2;
  }
}
}  // namespace

Association::Association(std::unique_ptr<State> state) : state_(std::move(state)) {}
Association::~Association() = default;
Association::Association(Association&&) noexcept = default;
Association& Association::operator=(Association&&) noexcept = default;

Result<Association> Association::open(const DicomPeer& peer, const std::vector<ProposedContext>& contexts)
{
  silence_library();
  if (auto fault = fault_of(peer)) return *fault;
  auto state = std::make_unique<State>();
  state->peer = peer;
  if (auto failure = state->connect_network()) return *failure;
  dcmConnectionTimeout.set(peer.timeout_seconds);
  dcmSocketReceiveTimeout.set(peer.timeout_seconds);
  dcmSocketSendTimeout.set(peer.timeout_seconds);
  T_ASC_Parameters* parameters = nullptr;
  ASC_createAssociationParameters(&parameters, ASC_DEFAULTMAXPDU);
  propose(parameters, contexts);
  const OFCondition condition = state->request(parameters);
  if (condition.bad())
  {
    const auto failure = condition == DUL_ASSOCIATIONREJECTED ? rejection_of(parameters, peer) : failure_of(condition, peer);
    if (state->association) ASC_destroyAssociation(&state->association);
    else ASC_destroyAssociationParameters(&parameters);
    return failure;
  }
  if (ASC_countAcceptedPresentationContexts(state->association->params) == 0)
    return Failure(TransportError::NotSupported,
                   where(peer) + " takes none of the objects or requests offered (nothing was sent). Ask its keeper to allow them.");
  return Association(std::move(state));
}

T_ASC_Association* Association::handle() const { return state_->association; }
T_ASC_Network* Association::network() const { return state_->network.get(); }
int Association::timeout() const { return state_->peer.timeout_seconds; }

unsigned char Association::context_for(const std::string& abstract_syntax, const std::string& transfer_syntax) const
{
  if (transfer_syntax.empty()) return ASC_findAcceptedPresentationContextID(state_->association, abstract_syntax.c_str());
  return ASC_findAcceptedPresentationContextID(state_->association, abstract_syntax.c_str(), transfer_syntax.c_str());
}

std::string Association::transfer_syntax_of(unsigned char context) const
{
  T_ASC_PresentationContext found{};
  const bool is_there = ASC_findAcceptedPresentationContext(state_->association->params, context, &found).good();
  return is_there ? found.acceptedTransferSyntax : "";
}

void Association::abort()
{
  if (!state_->association) return;
  hang_up(state_->association);
  ASC_destroyAssociation(&state_->association);
}
}  // namespace nadir::report
