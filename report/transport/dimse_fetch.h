#pragma once

#include "imaging/result/result.h"
#include "report/transport/fetched.h"
#include "report/transport/peer.h"
#include "report/transport/receiving_folder.h"

namespace nadir::report
{
/// C-GET, Study Root. The bytes of an object go to a file of our own name as they come, so that the gate reads them before any library.
/// Failures: Unreachable, Rejected, TlsFailed, NotSupported, PeerFailed, SettingInvalid. What was taken before a failure stays.
Result<Fetched> get(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& folder);

/// C-MOVE, Study Root, for archives that cannot C-GET: the archive, which must know our title and address, opens an association to
/// `listening_port`. The same checks and failures. With TLS the archive must deliver over TLS, too, with the certificate that it is trusted
/// by, and a certificate and key of ours are needed.
Result<Fetched> move(const DicomPeer& peer, const FetchRequest& request, const std::filesystem::path& folder, int listening_port);
}  // namespace nadir::report
