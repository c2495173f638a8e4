#pragma once

#include "report/transport/dimse_message.h"
#include "report/transport/fetched.h"
#include "report/transport/receiving_folder.h"

namespace nadir::report
{
/// What a peer said at the end of a C-GET or C-MOVE.
struct PeerEnding
{
  unsigned status = 0;
  std::size_t completed = 0, failed = 0, left = 0;
  std::size_t answers = 0;  ///< how often it told how far it is
};

/// Notes an answer; false when there are more of them than a fetch can have objects.
bool note(const DimseCommand& answer, const FetchLimits& limits, PeerEnding& ending);

/// The result of a fetch that the peer ended. What it says that it sent and what came are compared: of objects that it counts and that
/// never came, it is not believed. Failures: PeerFailed.
Result<Fetched> ended(const ReceivingFolder& folder, const PeerEnding& ending);

/// The failure of a fetch that the peer did not end. Failures: Cancelled, PeerFailed, Unreachable.
Failure broken_off(const ReceivingFolder& folder, Arrival why);

/// Failure of a fetch that a person stopped.
Failure stopped(std::size_t count);

/// Failure of a fetch for which the peer had nothing, although it said that all went well.
Failure nothing_came();
}  // namespace nadir::report
