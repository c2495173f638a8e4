#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>

#include <chrono>
#include <thread>

#include "report/transport/arrival_watch.h"
#include "report/transport/association.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/dimse_request.h"
#include "report/transport/fetch_endings.h"
#include "report/transport/fetch_identifiers.h"
#include "report/transport/move_reception.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_list = std::size_t{1} << 20;  // bytes
constexpr auto between_looks = std::chrono::milliseconds(5);
const std::string service = UID_MOVEStudyRootQueryRetrieveInformationModel;

bool ask(Association& association, const DicomPeer& peer, const FetchRequest& request, unsigned short id)
{
  DcmDataset identifiers;
  fill_identifiers(identifiers, request);
  return send_request(association, {DimseRequest::Kind::Move, service, id, peer.calling_title}, identifiers);
}

/// The next thing that the archive says of its own work.
Arrival take_answer(MessageReader& reader, const FetchLimits& limits, PeerEnding& ending, bool& is_over)
{
  DimseCommand answer;
  std::string list;
  if (const auto came = reader.command(answer); came != Arrival::Whole) return came;
  if (answer.field != DimseCommand::MoveAnswer) return Arrival::Broken;
  if (const auto skipped = reader.data(answer, list, longest_list); skipped != Arrival::Whole) return skipped;
  is_over = !answer.is_pending();
  return note(answer, limits, ending) ? Arrival::Whole : Arrival::TooMuch;
}

/// Listens to both associations until the archive says that it is through, and then for a moment to the one that it delivers over.
Arrival serve(Association& association, MoveReception& reception, const ReceivingFolder& folder, PeerEnding& ending)
{
  MessageReader reader(association.handle(), association.timeout(), [&] { return folder.goes_on(ending.left); });
  ArrivalWatch watch(folder);
  auto last = Clock::now();
  for (bool is_over = false;;)
  {
    if (reception.state() != Arrival::Whole) return reception.state();
    if (watch.asks_to_stop(ending.left)) return Arrival::Stopped;
    const bool has_served = reception.has_served(), is_answered = !has_served && !is_over && ASC_dataWaiting(association.handle(), 0);
    if (is_answered)
      if (const auto came = take_answer(reader, folder.limits(), ending, is_over); came != Arrival::Whole) return came;
    if (has_served || is_answered)
    {
      last = Clock::now();
      continue;
    }
    const auto silent = Clock::now() - last;
    if (is_over && silent > std::chrono::milliseconds(300)) return Arrival::Whole;
    if (silent > std::chrono::seconds(association.timeout())) return Arrival::Silent;
    std::this_thread::sleep_for(between_looks);
  }
}
}  // namespace

Result<Fetched> move(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& path, int listening_port)
{
  auto folder = ReceivingFolder::open(path, request);
  if (!folder) return folder.failure();
  auto reception = MoveReception::open(peer, listening_port, *folder);
  if (!reception) return reception.failure();
  auto association = Association::open(peer, {{service, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}}});
  if (!association) return association.failure();
  PeerEnding ending;
  const unsigned short id = association->handle()->nextMsgID++;
  const auto came = ask(*association, peer, request, id) ? serve(*association, *reception, *folder, ending) : Arrival::Broken;
  if (came == Arrival::Whole) return ended(*folder, ending);
  if (came == Arrival::Stopped) DIMSE_sendCancelRequest(association->handle(), association->context_for(service, ""), id);
  association->abort();
  return broken_off(*folder, came);
}
}  // namespace nadir::report
