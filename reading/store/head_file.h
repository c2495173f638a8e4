#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "imaging/result/result.h"
#include "reading/record/identities.h"
#include "reading/record/record_error.h"

namespace nadir::reading
{
/// What the bytes of a record's file were when it was last closed: digests of its blocks of 64 KiB.
struct Seal
{
  std::uint64_t bytes = 0;
  std::vector<std::string> blocks;
  bool operator==(const Seal&) const = default;
};
inline constexpr std::uint64_t seal_block_bytes = 64u << 10;

/// How far a record had come. It lies beside the record ("CASE.nadir.head"), so that events that vanish from the
/// end of a record are missed, which a chain of digests alone cannot notice.
struct Head
{
  RecordId record;
  std::int64_t events = 0;
  Digest digest;             ///< of the last event
  std::optional<Seal> seal;  ///< absent while a program writes, or when it was ended by force
};

std::filesystem::path head_file_of(const std::filesystem::path& record);

/// Text form, with a digest of itself in the last line.
std::string to_text(const Head& head);
/// What `note_head` adds for later events: one line each, with a digest of itself.
std::string added_line(const Head& head);
/// Reads both; the last line counts, and lines that were added void the seal. A last line without its end is passed over: the
/// program was ended while it wrote. Failure: Damaged.
Result<Head> parse_head(std::string_view text);

/// Failures: CannotOpen (there is none), Damaged.
Result<Head> read_head(const std::filesystem::path& record);
bool write_head(const std::filesystem::path& record, const Head& head);
/// Adds a line without waiting for the disk: if it is lost in a power cut, fewer events are known to have been there, no more.
bool note_head(const std::filesystem::path& record, const Head& head);

/// Seal of a file as it is now; none when it cannot be read.
std::optional<Seal> seal_of(const std::filesystem::path& file);
}  // namespace nadir::reading
