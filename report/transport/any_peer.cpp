#include "report/transport/any_peer.h"

#include "report/transport/dimse_echo.h"
#include "report/transport/dimse_fetch.h"
#include "report/transport/dimse_query.h"
#include "report/transport/dimse_sender.h"
#include "report/transport/web_fetch.h"
#include "report/transport/web_sender.h"

namespace nadir::report
{
std::string name_of(const Peer& peer)
{
  if (const auto* node = std::get_if<DicomPeer>(&peer))
    return "dicom " + node->called_title + "@" + node->host + ":" + std::to_string(node->port);
  return "web " + std::get<WebPeer>(peer).url;
}

std::unique_ptr<Sender> sender_to(const Peer& peer)
{
  if (const auto* node = std::get_if<DicomPeer>(&peer)) return std::make_unique<DimseSender>(*node);
  return std::make_unique<WebSender>(std::get<WebPeer>(peer));
}

Result<Done> echo(const Peer& peer)
{
  return std::visit([](const auto& one) { return echo(one); }, peer);
}

Result<std::vector<QueryMatch>> find(const Peer& peer, const Query& query)
{
  return std::visit([&](const auto& one) { return find(one, query); }, peer);
}

Result<Fetched> get(const Peer& peer, const FetchRequest& request, const std::filesystem::path& folder)
{
  return std::visit([&](const auto& one) { return get(one, request, folder); }, peer);
}
}  // namespace nadir::report
