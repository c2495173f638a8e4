#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "imaging/result/result.h"
#include "reading/command/decide.h"
#include "reading/record/event.h"
#include "reading/record/reading.h"
#include "reading/store/database.h"
#include "reading/store/write_claim.h"

namespace nadir::reading
{
enum class Access
{
  Write,  ///< falls back to reading only when another program writes, or the place may not be written to
  ReadOnly,
};

/// The record of one case in one file, CASE.nadir: events in order, chained by digests, and the blobs they name, kept once each and
/// never changed. An append returns only after the event has reached the disk; before that it does not exist for anybody.
///
///     auto store = RecordStore::open("P1.nadir", Access::Write);
///     if (store && !store->is_read_only()) store->issue({Undo{}, ReaderId{"A"}, ""}, {utc_now(), "nadir 0.1.0"});
///
/// While it is written, "CASE.nadir-wal" and "-shm" (the log of SQLite) and ".lock" lie beside it, and ".head" always does (how many
/// events there must be, and what the file looked like when it was closed). One program writes at a time; others read.
class RecordStore
{
public:
  /// Begins a record: the file appears with its first event or not at all. Failures: Exists, DiskFull, WriteFailed, and those of
  /// `decide`.
  static Result<RecordStore> begin(const std::filesystem::path& path, const Command& command, const Stamp& stamp);

  /// Opens and checks a record. Failures: CannotOpen, NewerVersion, Damaged (the message names the first event that is).
  static Result<RecordStore> open(const std::filesystem::path& path, Access access);

  RecordStore(RecordStore&&) noexcept;
  RecordStore& operator=(RecordStore&&) noexcept;
  ~RecordStore();

  bool is_read_only() const { return !read_only_reason_.empty(); }
  const std::string& read_only_reason() const { return read_only_reason_; }  ///< in words; "" when it can be written

  const Reading& reading() const { return reading_; }
  const std::vector<Event>& events() const { return events_; }
  const Digest& head() const { return head_; }  ///< digest of the last event

  /// Decides on a command and keeps its event together with new blobs, all or nothing. Failures: those of `decide`; ReadOnly,
  /// ChangedElsewhere, DiskFull, WriteFailed; NotAllowed when the act names a blob that is neither kept nor given.
  Result<Event> issue(const Command& command, const Stamp& stamp, std::span<const std::string> blobs = {});

  /// Bytes of a blob. Failures: CannotOpen (no such blob), Damaged.
  Result<std::string> blob(const Digest& digest);

  /// Where on this machine the images with this digest lie. Not part of the reading: it is in no event and leaves with no bundle.
  Result<Done> remember_place(const Digest& images, const std::filesystem::path& folder);
  /// The place remembered last; nullopt when there is none.
  std::optional<std::filesystem::path> place_of(const Digest& images);

private:
  RecordStore(std::filesystem::path path, Database database) : path_(std::move(path)), database_(std::move(database)) {}
  static Result<RecordStore> open_claimed(const std::filesystem::path& path, Access access, ClaimOutcome& claimed);
  Result<Done> load();
  Result<Done> check_head() const;
  bool head_is_reached() const;
  Result<Done> keep(const Event& event, std::span<const std::string> blobs);
  Result<Done> insert(const Event& event, const Digest& digest, std::span<const std::string> blobs);
  Result<Done> insert_blob(const std::string& bytes);
  Result<Done> expect_unchanged();
  Result<Done> in_transaction(const std::function<Result<Done>()>& work);
  void note_head();
  void close();

  std::filesystem::path path_;
  std::optional<Database> database_;
  std::optional<WriteClaim> claim_;
  bool sealed_ = false;  ///< the head file holds a seal of the file as it is
  std::string read_only_reason_;
  std::vector<Event> events_;
  Reading reading_;
  Digest head_;
};
}  // namespace nadir::reading
