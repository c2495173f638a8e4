#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>

#include <memory>

#include "report/transport/association.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/dimse_request.h"
#include "report/transport/fetch_endings.h"
#include "report/transport/fetch_identifiers.h"
#include "report/transport/incoming_store.h"
#include "report/transport/storage_classes.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
constexpr std::size_t longest_list = std::size_t{1} << 20;  // bytes
const std::string service = UID_GETStudyRootQueryRetrieveInformationModel;

std::vector<ProposedContext> contexts()
{
  std::vector<ProposedContext> all{{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}};
  for (const auto& storage : storage_classes()) all.push_back({storage, readable_syntaxes(), ProposedContext::Role::Provider});
  return all;
}

bool ask(Association& association, const FetchRequest& request)
{
  DcmDataset identifiers;
  fill_identifiers(identifiers, request);
  return send_request(association, {DimseRequest::Kind::Get, service, association.handle()->nextMsgID++}, identifiers);
}

/// Serves what the peer sends until it says that it is through. A list of what failed may follow its answer; its count is what is used.
Arrival serve(Association& association, MessageReader& reader, ReceivingFolder& folder, PeerEnding& ending)
{
  for (;;)
  {
    DimseCommand command;
    if (const auto came = reader.command(command); came != Arrival::Whole) return came;
    if (command.field == DimseCommand::StoreRequest)
    {
      if (const auto stored = receive_store(association.handle(), reader, command, folder); stored != Arrival::Whole) return stored;
      if (!folder.goes_on(ending.left)) return Arrival::Stopped;
      continue;
    }
    std::string list;
    if (command.field != DimseCommand::GetAnswer) return Arrival::Broken;
    if (const auto skipped = reader.data(command, list, longest_list); skipped != Arrival::Whole) return skipped;
    if (!note(command, folder.limits(), ending)) return Arrival::TooMuch;
    if (!command.is_pending()) return Arrival::Whole;
  }
}
}  // namespace

Result<Fetched> get(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& path)
{
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  auto association = Association::open(peer, contexts());
  if (!association) return association.failure();
  if (association->context_for(service, "") == 0)
    return Failure(TransportError::NotSupported, "the peer does not offer C-GET (nothing was fetched). Fetch with C-MOVE or DICOMweb.");
  PeerEnding ending;
  MessageReader reader(association->handle(), association->timeout(), [&] { return folder->goes_on(ending.left); });
  const auto came = ask(*association, request) ? serve(*association, reader, *folder, ending) : Arrival::Broken;
  if (came == Arrival::Whole) return ended(*folder, ending);
  association->abort();
  return broken_off(*folder, came);
}
}  // namespace nadir::report
