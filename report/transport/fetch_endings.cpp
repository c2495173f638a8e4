#include "report/transport/fetch_endings.h"

#include "report/transport/store_status.h"
#include "report/transport/transport_error.h"

namespace nadir::report
{
namespace
{
std::string objects(const ReceivingFolder& folder) { return std::to_string(folder.files().size()) + " objects"; }
}  // namespace

bool note(const DimseCommand& answer, const FetchLimits& limits, PeerEnding& ending)
{
  ending.status = answer.status;
  ending.left = answer.remaining.value_or(0);
  if (answer.completed) ending.completed = *answer.completed;
  if (answer.failed) ending.failed = *answer.failed;
  return ++ending.answers <= limits.objects;
}

Result<Fetched> ended(const ReceivingFolder& folder, const PeerEnding& ending)
{
  const bool partly = (ending.status & 0xF000u) == 0xB000u || !folder.refusals().empty();  // refused by us, not by the peer
  if (ending.status != 0 && !partly)
    return Failure(TransportError::PeerFailed,
                   "the peer ended with " + status_words(ending.status) +
                       " (the study is not whole). Check that it knows this title, address and port, or ask its keeper.");
  const std::size_t refused = folder.refusals().size(), failed = ending.failed > refused ? ending.failed - refused : 0;
  const std::size_t unseen = ending.completed > folder.came() ? ending.completed - folder.came() : 0;
  if (folder.came() == 0 && failed + unseen == 0) return nothing_came();
  return Fetched{folder.files(), folder.refusals(), failed + unseen};
}

Failure broken_off(const ReceivingFolder& folder, Arrival why)
{
  if (why == Arrival::Stopped) return stopped(folder.files().size());
  if (why == Arrival::TooMuch)
    return Failure(TransportError::PeerFailed,
                   "the peer sent more, or more slowly, than a fetch takes, after " + objects(folder) +
                       " (the study is not whole). Check the free space of the disk, or fetch series by series.");
  if (why == Arrival::Silent)
    return Failure(TransportError::Unreachable,
                   "the peer fell silent after " + objects(folder) + " (the study is not whole). Fetch again.");
  return Failure(TransportError::Unreachable, "the connection broke after " + objects(folder) + " (the study is not whole). Fetch again.");
}

Failure stopped(std::size_t count)
{
  return Failure(TransportError::Cancelled, "the fetch was stopped after " + std::to_string(count) +
                                                " objects (the study is not whole). Fetch again; what came is not fetched twice.");
}

Failure nothing_came()
{
  return Failure(TransportError::PeerFailed,
                 "the archive sent nothing (it has no such study, or not under this title). Check what was asked for.");
}
}  // namespace nadir::report
