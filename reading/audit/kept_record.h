#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "reading/store/stored_event.h"

namespace nadir::reading
{
/// Something that is not as it was written, and where.
struct Damage
{
  std::string place;  ///< "event 17", "blob 3fa9...", "bytes 65536 to 131071 of the file", "head file", ...
  std::string what;   ///< in words
};

/// What could still be read of a record's file, row by row, whatever state it is in.
struct KeptRecord
{
  std::vector<StoredEvent> events;                 ///< ascending; a row that cannot be read is left out and among the damages
  std::map<std::string, std::string> blob_damage;  ///< digest -> why the blob is not whole
  std::vector<std::string> blobs;                  ///< digests of all that are kept, whole or not
  std::vector<Damage> damages;
};

/// Reads everything and changes nothing. `expected_events`: how many there must be at least, when that is known.
/// Failures: CannotOpen and NewerVersion; damage is no failure.
Result<KeptRecord> read_kept_record(const std::filesystem::path& path, std::int64_t expected_events);
}  // namespace nadir::reading
