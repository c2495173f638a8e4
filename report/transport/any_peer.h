#pragma once

#include <memory>
#include <string>
#include <variant>

#include "report/transport/fetched.h"
#include "report/transport/peer.h"
#include "report/transport/query.h"
#include "report/transport/receiving_folder.h"
#include "report/transport/sender.h"

namespace nadir::report
{
/// An archive, however it is spoken to.
using Peer = std::variant<DicomPeer, WebPeer>;

/// Its name in a queue: "dicom ORTHANC@pacs:104", "web https://...".
std::string name_of(const Peer& peer);

std::unique_ptr<Sender> sender_to(const Peer& peer);

/// Whether it is there and takes us for who we are: C-ECHO, or QIDO for one study. Failures: as echo of each.
Result<Done> echo(const Peer& peer);

/// C-FIND or QIDO. Failures: as find of each.
Result<std::vector<QueryMatch>> find(const Peer& peer, const Query& query);

/// C-GET or WADO. Failures: as get of each.
Result<Fetched> get(const Peer& peer, const FetchRequest& request, const std::filesystem::path& folder);
}  // namespace nadir::report
