#pragma once

#include "imaging/result/result.h"
#include "report/transport/fetched.h"
#include "report/transport/query.h"
#include "report/transport/receiving_folder.h"
#include "report/transport/web_request.h"

namespace nadir::report
{
/// QIDO-RS. Failures: Unreachable, TlsFailed, SettingInvalid, PeerFailed.
Result<std::vector<QueryMatch>> find(const WebPeer& peer, const Query& query);

/// Whether the service is there and lets us search: QIDO-RS for one study, whoever's; what it answers is dropped. Failures as above.
Result<Done> echo(const WebPeer& peer);

/// WADO-RS of a study or series. An answer that broke off brings nothing. Failures as above.
Result<Fetched> get(const WebPeer& peer, const FetchRequest& request, const std::filesystem::path& folder);
}  // namespace nadir::report
