#pragma once

#include <QtCore/QString>

#include "imaging/result/result.h"
#include "report/transport/peer_file.h"

namespace nadir::viewer
{
enum class ArchiveProtocol
{
  Dicom,  ///< DIMSE
  DicomWeb,
};

enum class ArchiveTrust
{
  None,  ///< a node in the clear
  Tls,
};

/// An archive as it is filled in, in texts. What belongs to the other protocol is kept while one chooses, and dropped in the end.
struct ArchiveEntry
{
  QString name;
  ArchiveProtocol protocol = ArchiveProtocol::Dicom;
  QString address;          ///< HOST:PORT
  QString called, calling;  ///< AE titles: the archive's, ours
  QString url;
  int timeout_seconds = 30;
  ArchiveTrust trust = ArchiveTrust::None;
  QString authority, certificate, key, pin;  ///< three files, and the SHA-256 of the archive's certificate
};

ArchiveEntry entry_of(const report::NamedPeer& peer);

/// Failures: SettingInvalid, when it is nowhere one could turn to: no name, no address, titles of over 16 characters, a secured connection
/// without authority and pin.
Result<report::NamedPeer> peer_of(const ArchiveEntry& entry);
}  // namespace nadir::viewer
