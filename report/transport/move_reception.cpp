#include "report/transport/move_reception.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmtls/tlslayer.h>

#include <vector>

#include "report/transport/hang_up.h"
#include "report/transport/incoming_store.h"
#include "report/transport/storage_classes.h"
#include "report/transport/tls_layer.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
std::vector<const char*> pointers_to(const std::vector<std::string>& texts)
{
  std::vector<const char*> pointers;
  for (const auto& text : texts) pointers.push_back(text.c_str());
  return pointers;
}

void refuse(T_ASC_Association* association)
{
  T_ASC_RejectParameters why{ASC_RESULT_REJECTEDPERMANENT, ASC_SOURCE_SERVICEUSER, ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED};
  ASC_rejectAssociation(association, &why);
}

Failure unheard(int port)
{
  return Failure(TransportError::SettingInvalid,
                 "port " + std::to_string(port) + " cannot be listened to (the archive could not deliver). Choose the port that it knows.");
}
}  // namespace

void MoveReception::Deleter::operator()(T_ASC_Network* network) const { ASC_dropNetwork(&network); }

void MoveReception::Deleter::operator()(T_ASC_Association* association) const
{
  ASC_dropSCPAssociation(association);
  ASC_destroyAssociation(&association);
}

MoveReception::MoveReception(const DicomPeer& peer, ReceivingFolder& folder)
    : archive_(peer.called_title), ours_(peer.calling_title), timeout_(peer.timeout_seconds), folder_(&folder)
{
}

Result<MoveReception> MoveReception::open(const DicomPeer& peer, int port, ReceivingFolder& folder)
{
  MoveReception made(peer, folder);
  if (peer.tls)
  {
    auto layer = tls_layer(*peer.tls, peer.host, TlsRole::Listener);
    if (!layer) return layer.failure();
    made.tls_ = *layer;
  }
  T_ASC_Network* network = nullptr;
  if (ASC_initializeNetwork(NET_ACCEPTOR, port, peer.timeout_seconds, &network).bad()) return unheard(port);
  made.network_.reset(network);
  if (made.tls_) ASC_setTransportLayer(network, made.tls_.get(), 0);
  return made;
}

bool MoveReception::is_for_us(T_ASC_Association* association) const
{
  const auto& parameters = association->params->DULparams;
  return ours_ == parameters.calledAPTitle && archive_ == parameters.callingAPTitle;
}

void MoveReception::accept()
{
  T_ASC_Association* made = nullptr;
  const bool is_secured = tls_ != nullptr;
  const OFCondition received = ASC_receiveAssociation(network_.get(), &made, ASC_DEFAULTMAXPDU, nullptr, nullptr,
                                                      is_secured ? OFTrue : OFFalse, DUL_NOBLOCK, timeout_);
  std::unique_ptr<T_ASC_Association, Deleter> association(made);
  if (received.bad() || !association) return;
  if (!is_for_us(made)) return refuse(made);
  auto classes = pointers_to(storage_classes()), syntaxes = pointers_to(readable_syntaxes());
  ASC_acceptContextsWithPreferredTransferSyntaxes(made->params, classes.data(), static_cast<int>(classes.size()), syntaxes.data(),
                                                  static_cast<int>(syntaxes.size()));
  ASC_acknowledgeAssociation(made);
  delivery_ = std::move(association);
  reader_ = std::make_unique<MessageReader>(made, timeout_, [folder = folder_] { return folder->goes_on(0); });
}

void MoveReception::serve()
{
  DimseCommand command;
  auto came = reader_->command(command);
  if (came == Arrival::Whole)
    came = command.field == DimseCommand::StoreRequest ? receive_store(delivery_.get(), *reader_, command, *folder_) : Arrival::Broken;
  if (came == Arrival::Whole) return;
  if (came == Arrival::Released) ASC_acknowledgeRelease(delivery_.get());
  else hang_up(delivery_.get());
  if (came == Arrival::Stopped || came == Arrival::TooMuch) state_ = came;
  reader_.reset();
  delivery_.reset();
}

bool MoveReception::has_served()
{
  if (delivery_ && ASC_dataWaiting(delivery_.get(), 0)) serve();
  else if (!delivery_ && ASC_associationWaiting(network_.get(), 0)) accept();
  else return false;
  return true;
}
}  // namespace nadir::report
