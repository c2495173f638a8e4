#pragma once

#include "imaging/result/result.h"
#include "report/transport/peer.h"

namespace nadir::report
{
/// C-ECHO (PS3.4 annex A): whether a node is there, under the titles and the trust that are set. It does not tell whether the node would
/// take or give objects. Failures: Unreachable, Rejected, TlsFailed, NotSupported, PeerFailed, SettingInvalid.
Result<Done> echo(const DicomPeer& peer);
}  // namespace nadir::report
