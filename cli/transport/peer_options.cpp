#include "cli/transport/peer_options.h"

#include <CLI/CLI.hpp>

#include "report/transport/peer_file.h"
#include "report/transport/transport_error.h"

namespace nadir::cli
{
namespace
{
using report::TransportError;

std::optional<report::TlsSettings> tls_of(const PeerOptions& options)
{
  const bool named = !options.authorities.empty() || !options.pin.empty() || !options.certificate.empty() || !options.key.empty();
  if (!options.tls && !named) return std::nullopt;
  return report::TlsSettings{options.authorities, options.certificate, options.key, options.pin};
}

Result<report::Peer> node_of(const PeerOptions& options)
{
  report::DicomPeer peer;
  peer.called_title = options.called;
  peer.calling_title = options.calling;
  peer.tls = tls_of(options);
  peer.timeout_seconds = options.timeout;
  auto placed = report::with_address(peer, options.node);
  if (!placed) return placed.failure();
  return report::Peer{*placed};
}

Result<report::Peer> listed(const PeerOptions& options)
{
  const auto file = options.list.empty() ? report::default_peer_file() : std::filesystem::path(options.list);
  const auto peers = report::read_peers(file);
  if (!peers) return peers.failure();
  std::string names;
  for (const auto& peer : *peers)
  {
    if (peer.name == options.archive) return peer.peer;
    names += (names.empty() ? "" : ", ") + peer.name;
  }
  return Failure(TransportError::SettingInvalid, "there is no archive of this name in " + file.string() +
                                                     " (it is not known where to turn). " +
                                                     (names.empty() ? "The list is empty; add one." : "It has: " + names + "."));
}
}  // namespace

std::shared_ptr<PeerOptions> add_peer_options(CLI::App& command)
{
  auto options = std::make_shared<PeerOptions>();
  command.add_option("--archive", options->archive, "Archive by its name in the list of archives, which the viewer uses, too");
  command.add_option("--archives", options->list, "Another list (JSON); without it " + report::default_peer_file().string());
  auto* node = command.add_option("--node", options->node, "DICOM node, HOST:PORT");
  command.add_option("--web", options->web, "DICOMweb service, https://HOST/ROOT")->excludes(node);
  command.add_option("--called", options->called, "Title of the node")->capture_default_str();
  command.add_option("--calling", options->calling, "Our own title, as the node knows it")->capture_default_str();
  command.add_flag("--tls", options->tls, "Secure the connection to the node; needs --authority or --pin");
  command.add_option("--authority", options->authorities, "Certificates (PEM) of which one must have issued the peer's");
  command.add_option("--pin", options->pin, "SHA-256 of the one certificate that is taken");
  command.add_option("--certificate", options->certificate, "Our certificate (PEM), where the peer asks for one");
  command.add_option("--key", options->key, "Its private key (PEM)");
  command.add_option("--timeout", options->timeout, "Seconds to wait for an answer")->check(CLI::Range(1, 3600))->capture_default_str();
  return options;
}

Result<report::Peer> peer_of(const PeerOptions& options)
{
  const int given = !options.archive.empty() + !options.node.empty() + !options.web.empty();
  if (given != 1)
    return Failure(TransportError::SettingInvalid,
                   "one of --archive, --node and --web is needed (it is not known where to turn). Give one.");
  if (!options.archive.empty()) return listed(options);
  if (!options.node.empty()) return node_of(options);
  return report::Peer{report::WebPeer{options.web, tls_of(options), options.timeout}};
}
}  // namespace nadir::cli
