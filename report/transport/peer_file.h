#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "report/transport/any_peer.h"

namespace nadir::report
{
/// An archive under the name that people here call it by.
struct NamedPeer
{
  std::string name;
  Peer peer;

  bool operator==(const NamedPeer&) const = default;
};

/// The archives of this place, for the command line and the viewer alike. A JSON object by name:
///
///     {"main": {"node": "pacs.example:2762", "called": "PACS", "calling": "NADIR", "timeout": 30,
///               "tls": {"authority": "ca.pem", "certificate": "us.pem", "key": "us.key", "pin": "ab:12:..."}},
///      "web":  {"web": "https://pacs.example/dicom-web", "tls": {"authority": "ca.pem"}}}
///
/// Relative files lie beside it. A word that is not known here is refused: it could be a misspelt safeguard.
/// Failures: SettingInvalid. A file that is not there has no archives.
Result<std::vector<NamedPeer>> read_peers(const std::filesystem::path& file);

/// Writes such a file whole or not at all, and its folder where that is missing. Files of TLS that lie below its folder are named relative
/// to it. What would not be read back as it was given is not written: a name that is empty or there twice, a node without host.
/// Failures: SettingInvalid; those of imaging::write_file.
Result<Done> write_peers(const std::filesystem::path& file, const std::vector<NamedPeer>& peers);

/// $XDG_CONFIG_HOME/nadir/archives.json, or the same below ~/.config.
std::filesystem::path default_peer_file();

/// The address of a node as it is written: HOST:PORT, or [ADDRESS]:PORT where the host has colons.
std::string address_of(const DicomPeer& peer);

/// HOST:PORT or [ADDRESS]:PORT as host and port of `peer`. Failures: SettingInvalid.
Result<DicomPeer> with_address(DicomPeer peer, const std::string& address);
}  // namespace nadir::report
