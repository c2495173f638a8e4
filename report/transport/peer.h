#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace nadir::report
{
/// How a connection is secured. The peer's certificate must be issued by one of `authorities` for the host that was dialled, or be
/// exactly the pinned one; there is no way to switch the check off.
struct TlsSettings
{
  std::filesystem::path authorities;  ///< PEM; may be empty when a pin is given
  std::filesystem::path certificate;  ///< ours, PEM; empty: none is shown
  std::filesystem::path key;          ///< ours, PEM
  std::string pinned_sha256;          ///< 64 hexadecimal digits, of the peer's certificate (DER); empty: none is pinned

  bool operator==(const TlsSettings&) const = default;
};

/// A DICOM node (DIMSE).
struct DicomPeer
{
  std::string host;
  int port = 104;
  std::string called_title = "ANY-SCP";  ///< at most 16 characters
  std::string calling_title = "NADIR";
  std::optional<TlsSettings> tls;
  int timeout_seconds = 30;  ///< for each answer

  bool operator==(const DicomPeer&) const = default;
};

/// A DICOMweb service.
struct WebPeer
{
  std::string url;  ///< root of the service: "https://pacs.example:8443/dicom-web"
  std::optional<TlsSettings> tls;
  int timeout_seconds = 60;

  bool operator==(const WebPeer&) const = default;
};
}  // namespace nadir::report
