#include "cli/transport/peer_options.h"

#include <CLI/CLI.hpp>

#include "imaging/units/number_text.h"
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

Result<Peer> node_of(const PeerOptions& options)
{
  const auto colon = options.node.rfind(':');
  const auto port = colon == std::string::npos ? std::nullopt : parse_integer(options.node.substr(colon + 1));
  if (!port || *port < 1 || *port > 65535 || colon == 0)
    return Failure(TransportError::SettingInvalid,
                   "--node must be HOST:PORT (nothing can be reached else). Example: --node pacs.example:104.");
  report::DicomPeer peer{
      options.node.substr(0, colon), static_cast<int>(*port), options.called, options.calling, tls_of(options), options.timeout};
  if (peer.host.starts_with('[') && peer.host.ends_with(']')) peer.host = peer.host.substr(1, peer.host.size() - 2);
  return Peer{peer};
}
} // namespace

std::shared_ptr<PeerOptions> add_peer_options(CLI::App& command)
{
  auto options = std::make_shared<PeerOptions>();
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

Result<Peer> peer_of(const PeerOptions& options)
{
  if (options.node.empty() == options.web.empty())
    return Failure(TransportError::SettingInvalid, "one of --node and --web is needed (it is not known where to turn). Give one.");
  if (!options.node.empty()) return node_of(options);
  return Peer{report::WebPeer{options.web, tls_of(options), options.timeout}};
}

std::string name_of(const Peer& peer)
{
  if (const auto* node = std::get_if<report::DicomPeer>(&peer))
    return "dicom " + node->called_title + "@" + node->host + ":" + std::to_string(node->port);
  return "web " + std::get<report::WebPeer>(peer).url;
}
} // namespace nadir::cli
