#pragma once

#include <memory>
#include <string>
#include <variant>

#include "imaging/result/result.h"
#include "report/transport/peer.h"

namespace CLI
{
class App;
}

namespace nadir::cli
{
using Peer = std::variant<report::DicomPeer, report::WebPeer>;

/// The options that say where an archive is and how it is trusted.
struct PeerOptions
{
  std::string node; ///< HOST:PORT
  std::string web;  ///< URL
  std::string called = "ANY-SCP", calling = "NADIR";
  bool tls = false;
  std::string authorities, pin, certificate, key;
  int timeout = 30;
};

/// Adds them to a command.
std::shared_ptr<PeerOptions> add_peer_options(CLI::App& command);

/// The archive they name. Failures: SettingInvalid.
Result<Peer> peer_of(const PeerOptions& options);

/// Its name in the queue: "dicom ORTHANC@pacs:104", "web https://...".
std::string name_of(const Peer& peer);
} // namespace nadir::cli
