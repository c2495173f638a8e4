#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "reading/audit/kept_record.h"
#include "reading/record/reading.h"
#include "reading/store/stored_event.h"

namespace nadir::reading
{
/// Everything about one reading in one file that anybody can open: a ZIP archive with
///     README.txt                how to check it without this program
///     manifest.json             names, sizes and SHA-256 of the other files, digests of the images, head and state of the record
///     events.jsonl              {"digest": ..., "event": canonical text} a line
///     blobs/SHA-256             masks, protocols, lists of image digests, locked results
///     results/assessment.json   the numbers
///     report/report.html        the report
/// Its comment ends with the SHA-256 of the file, taken with 64 zeros in that place.
struct Bundle
{
  std::vector<StoredEvent> events;
  std::map<std::string, std::string> blobs;  ///< SHA-256 -> bytes
  std::string results;
  std::string report;
};

/// The manifest follows from the rest; the events must be whole.
std::string manifest_of(const Bundle& bundle);

/// Writes the file whole or not at all, over one that is there. Same bundle and same libraries, same bytes. Failure: WriteFailed.
Result<Done> write_bundle(const std::filesystem::path& path, const Bundle& bundle);

/// What could be read of a bundle, and what in it is not as it was written.
struct KeptBundle
{
  Bundle bundle;
  Reading reading;  ///< after the whole events
  Digest head;
  std::vector<Damage> damages;
  std::optional<Failure> newer;  ///< as in AuditReport
};

/// Reads a bundle and checks every digest, the chain of events, that each could have happened, and that the manifest says what the
/// bundle holds. Nothing is unpacked to names that the archive chooses; sizes are bounded. Failures: CannotOpen (no bundle), NewerVersion.
Result<KeptBundle> read_bundle(const std::filesystem::path& path);
}  // namespace nadir::reading
