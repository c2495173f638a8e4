#pragma once

#include "imaging/result/result.h"
#include "report/transport/peer.h"
#include "report/transport/query.h"

namespace nadir::report
{
/// C-FIND, Study Root. Failures: Unreachable, Rejected, TlsFailed, NotSupported, PeerFailed.
Result<std::vector<QueryMatch>> find(const DicomPeer& peer, const Query& query);
}  // namespace nadir::report
