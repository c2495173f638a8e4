#include "viewer/model/archive_entry.h"

#include <optional>
#include <string>
#include <utility>

#include "report/transport/transport_error.h"
#include "viewer/model/message.h"

namespace nadir::viewer
{
namespace
{
std::string utf8(const QString& text) { return text.trimmed().toStdString(); }

Failure invalid(const std::string& words) { return {report::TransportError::SettingInvalid, words}; }

void show_tls(const std::optional<report::TlsSettings>& tls, ArchiveEntry& entry)
{
  entry.trust = tls ? ArchiveTrust::Tls : ArchiveTrust::None;
  if (!tls) return;
  entry.authority = text_of(tls->authorities.string());
  entry.certificate = text_of(tls->certificate.string());
  entry.key = text_of(tls->key.string());
  entry.pin = text_of(tls->pinned_sha256);
}

Result<std::optional<report::TlsSettings>> tls_of(const ArchiveEntry& entry)
{
  if (entry.trust == ArchiveTrust::None) return std::optional<report::TlsSettings>{};
  report::TlsSettings tls{utf8(entry.authority), utf8(entry.certificate), utf8(entry.key), utf8(entry.pin)};
  if (tls.authorities.empty() && tls.pinned_sha256.empty())
    return invalid("a secured connection needs an authority or a pin (anybody could answer otherwise). Give one.");
  if (tls.certificate.empty() != tls.key.empty())
    return invalid("our certificate and its key go together (one alone proves nothing). Give both or none.");
  return std::optional(std::move(tls));
}

/// Titles of application entities: 1 to 16 characters (PS3.5 section 6.2).
Result<std::string> title_of(const QString& text, const char* otherwise)
{
  constexpr std::size_t longest = 16;
  std::string title = utf8(text);
  if (title.size() > longest) return invalid("a title has at most 16 characters (a node would not know it). Shorten it.");
  return title.empty() ? otherwise : title;
}

Result<report::Peer> node_of(const ArchiveEntry& entry, const std::optional<report::TlsSettings>& tls)
{
  report::DicomPeer node;
  const auto called = title_of(entry.called, "ANY-SCP"), calling = title_of(entry.calling, "NADIR");
  if (!called) return called.failure();
  if (!calling) return calling.failure();
  node.called_title = *called;
  node.calling_title = *calling;
  node.timeout_seconds = entry.timeout_seconds;
  node.tls = tls;
  auto placed = report::with_address(node, utf8(entry.address));
  if (!placed) return placed.failure();
  return report::Peer{*std::move(placed)};
}

Result<report::Peer> service_of(const ArchiveEntry& entry, const std::optional<report::TlsSettings>& tls)
{
  report::WebPeer service{utf8(entry.url), tls, entry.timeout_seconds};
  if (!service.url.starts_with("https://") && !service.url.starts_with("http://"))
    return invalid(
        "the address of a web service must begin with https:// (nothing can be reached else). Example: https://pacs.example/dicom-web.");
  return report::Peer{std::move(service)};
}
}  // namespace

ArchiveEntry entry_of(const report::NamedPeer& peer)
{
  ArchiveEntry entry;
  entry.name = text_of(peer.name);
  if (const auto* node = std::get_if<report::DicomPeer>(&peer.peer))
  {
    entry.address = text_of(report::address_of(*node));
    entry.called = text_of(node->called_title);
    entry.calling = text_of(node->calling_title);
    entry.timeout_seconds = node->timeout_seconds;
    show_tls(node->tls, entry);
    return entry;
  }
  const auto& service = std::get<report::WebPeer>(peer.peer);
  entry.protocol = ArchiveProtocol::DicomWeb;
  entry.url = text_of(service.url);
  entry.timeout_seconds = service.timeout_seconds;
  show_tls(service.tls, entry);
  return entry;
}

Result<report::NamedPeer> peer_of(const ArchiveEntry& entry)
{
  if (entry.name.trimmed().isEmpty()) return invalid("an archive has no name (it could not be chosen). Give it one.");
  const auto tls = tls_of(entry);
  if (!tls) return tls.failure();
  auto peer = entry.protocol == ArchiveProtocol::Dicom ? node_of(entry, *tls) : service_of(entry, *tls);
  if (!peer) return peer.failure();
  return report::NamedPeer{utf8(entry.name), *std::move(peer)};
}
}  // namespace nadir::viewer
