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

/// $XDG_CONFIG_HOME/nadir/archives.json, or the same below ~/.config.
std::filesystem::path default_peer_file();

/// HOST:PORT or [ADDRESS]:PORT as host and port of `peer`. Failures: SettingInvalid.
Result<DicomPeer> with_address(DicomPeer peer, const std::string& address);
} // namespace nadir::report
