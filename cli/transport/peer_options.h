#pragma once

#include <memory>
#include <string>

#include "imaging/result/result.h"
#include "report/transport/any_peer.h"

namespace CLI
{
class App;
}

namespace nadir::cli
{
/// The options that say where an archive is and how it is trusted.
struct PeerOptions
{
  std::string archive;  ///< by its name in the list
  std::string list;     ///< file; empty: the place's own
  std::string node;     ///< HOST:PORT
  std::string web;      ///< URL
  std::string called = "ANY-SCP", calling = "NADIR";
  bool tls = false;
  std::string authorities, pin, certificate, key;
  int timeout = 30;
};

/// Adds them to a command.
std::shared_ptr<PeerOptions> add_peer_options(CLI::App& command);

/// The archive they name. Failures: SettingInvalid.
Result<report::Peer> peer_of(const PeerOptions& options);
}  // namespace nadir::cli
